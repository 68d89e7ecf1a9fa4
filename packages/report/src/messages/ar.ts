import type { en } from './en.ts';

/** The report's own words in Arabic: Modern Standard, in the register of institutions. */
export const ar: Record<keyof typeof en, string> = {
  'report.title': 'تقرير المجموعة {number}',
  'report.title-named': 'تقرير المجموعة {number}: {name}',
  'report.interim': 'تقرير مرحلي',
  'report.interim-notice': 'لم تُختتم جلسة هذه المجموعة بعد، وما يرد هنا قابل للتغيير.',
  'report.final': 'تقرير نهائي',
  'report.status': '{status}، النسخة {version}',
  'report.watermark': 'مرحلي',
  'report.page': 'الصفحة {page} من {pages}',

  'fact.round': 'الجولة',
  'fact.date': 'التاريخ',
  'fact.marking': 'علامة التصنيف',
  'fact.attribution': 'نسبة الأقوال',
  'fact.status': 'الحالة',
  'fact.participants': 'المشاركة',
  'fact.participants-value':
    '{present, plural, zero {لم يسجّل أي مقعد حضوره} one {سجّل مقعد واحد حضوره} two {سجّل مقعدان حضورهما} few {سجّلت # مقاعد حضورها} many {سجّل # مقعدًا حضوره} other {سجّل # مقعد حضوره}} من أصل {seats, plural, zero {#} one {#} two {#} few {#} many {#} other {#}}',
  'fact.material': 'المحتوى',
  'fact.cards':
    '{count, plural, zero {لا بطاقات} one {بطاقة واحدة} two {بطاقتان} few {# بطاقات} many {# بطاقة} other {# بطاقة}}',
  'fact.clusters':
    '{count, plural, zero {لا تجمّعات} one {تجمّع واحد} two {تجمّعان} few {# تجمّعات} many {# تجمّعًا} other {# تجمّع}}',
  'fact.ballots':
    '{count, plural, zero {لا اقتراعات مغلقة} one {اقتراع مغلق واحد} two {اقتراعان مغلقان} few {# اقتراعات مغلقة} many {# اقتراعًا مغلقًا} other {# اقتراع مغلق}}',

  'attribution.named': 'بالاسم',
  'attribution.bloc': 'بحسب الكتلة',
  'attribution.non-attributed': 'من دون نسبة',
  'attribution.sealed': 'مختومة',
  'attribution.under-rule': '{mode}، قاعدة تشاتام هاوس',

  'overview.title': 'نظرة عامة',
  'overview.nothing-written': 'لم تُكتب في هذه المجموعة رسائل رئيسية ولا خيارات سياساتية ولا تحفظات.',
  'overview.nothing-yet': 'لا توجد بطاقات بعد.',

  'clusters.title': 'الأفكار بحسب التجمّعات',
  'clusters.none': 'لم تُنشأ أي تجمّعات.',
  'clusters.untitled': 'تجمّع بلا عنوان',
  'clusters.empty': 'لا بطاقات.',
  'clusters.count':
    '{count, plural, zero {لا بطاقات} one {بطاقة واحدة} two {بطاقتان} few {# بطاقات} many {# بطاقة} other {# بطاقة}}',
  'clusters.reference': 'الرقم الذي يلي الفكرة هو رقمها في المرفق.',

  'loose.title': 'أفكار خارج التجمّعات',
  'loose.none': 'كل فكرة مدرجة في تجمّع.',

  'card.untitled': 'بطاقة بلا عنوان',
  'card.late': 'أُضيفت بعد الكشف',
  'card.proxy': 'أدخلها الميسّر',
  'card.author': '{name}، {delegation}',

  'ballots.title': 'نتائج الاقتراعات',
  'ballots.none': 'لم يُغلق أي اقتراع.',
  'ballots.heading': 'الاقتراع {number}: {kind}',
  'ballots.kind.dots': 'توزيع النقاط',
  'ballots.kind.rating': 'التقييم على محورين',
  'ballots.kind.ranking': 'الترتيب',
  'ballots.kind.endorsement': 'التأييد',
  'ballots.phase': 'في مرحلة «{phase}»',
  'ballots.archived': 'محفوظ في الأرشيف',
  'ballots.base':
    '{valid, plural, zero {لا أوراق صحيحة} one {ورقة صحيحة واحدة} two {ورقتان صحيحتان} few {# أوراق صحيحة} many {# ورقة صحيحة} other {# ورقة صحيحة}} من أصل {entitled, plural, zero {# مقعد} one {مقعد واحد} two {مقعدين} few {# مقاعد} many {# مقعدًا} other {# مقعد}} لها حق التصويت.',
  'ballots.rules.dots':
    '{budget, plural, zero {لا نقاط} one {نقطة واحدة} two {نقطتان} few {# نقاط} many {# نقطة} other {# نقطة}} لكل مقعد، وبحد أقصى {cap} على الخيار الواحد.',
  'ballots.rules.rating': 'تقييم من 1 إلى 5 أو «تعذّر الحكم» على محورين: {axes}.',
  'ballots.rules.ranking':
    'ترتيب {options, plural, zero {# خيار} one {خيار واحد} two {خيارين} few {# خيارات} many {# خيارًا} other {# خيار}}، الأفضل أولًا، كلّها أو بعضها.',
  'ballots.rules.endorsement': 'موقف واحد من كل نص، ولا يُحسب أي متوسط.',
  'ballots.axis': '«{axis}»',
  'ballots.hidden': 'لا يُعرض',
  'ballots.proxies':
    '{count, plural, zero {لم يُدخل الميسّر أي ورقة} one {أدخل الميسّر ورقة واحدة} two {أدخل الميسّر ورقتين} few {أدخل الميسّر # أوراق} many {أدخل الميسّر # ورقة} other {أدخل الميسّر # ورقة}} نيابةً عمّن لا جهاز لديه.',
  'ballots.rank': 'الرتبة',
  'ballots.option': 'الخيار',
  'ballots.dots': 'النقاط',
  'ballots.voters': 'المصوّتون',
  'ballots.share': 'النسبة',
  'ballots.share-value': '{share, number, percent}',
  'ballots.no-share': '–',
  'ballots.tie': '={rank}',
  'ballots.no-tie': '{rank}',
  'ballots.bloc': '{bloc} ({papers})',
  'ballots.bloc-value': '{dots} / {voters}',
  'figure.share.exact': '{value, number, percent}',
  'figure.share.at-least': '≥ {value, number, percent}',
  'figure.share.at-most': '≤ {value, number, percent}',
  'figure.mean.exact': '{value, number, ::.0#}',
  'figure.mean.at-least': '≥ {value, number, ::.0#}',
  'figure.mean.at-most': '≤ {value, number, ::.0#}',
  'figure.decimal': '{value, number, ::.##}',

  'rating.priority': 'الأولوية',
  'rating.mean-value': '{mean} ({papers})',
  'rating.distribution': '1 / 2 / 3 / 4 / 5',
  'rating.not-judged': 'بلا حكم',
  'rating.median': 'الوسيط',
  'rating.median-value': '{median} ({from}–{to})',
  'rating.deviation': 'الانحراف المعياري',
  'rating.consensus': 'Cns',
  'rating.remark': 'ملاحظة',
  'rating.contested': 'محل خلاف',
  'rating.bloc-means': 'المتوسط بحسب الكتلة',
  'rating.note':
    'الأولوية: المتوسط الهندسي لمتوسطَي المحورين بعد تحويلهما إلى مقياس من 0 إلى 1، مع عدد الأوراق التي قيّمت المحورين. والمتوسطات مع عدد الأوراق التي قيّمت المحور. ويرد أدناه لكل محور: عدد الأوراق بحسب التقييم، والوسيط مع الربيعين الأول والثالث، والانحراف المعياري، ودرجة التوافق Cns (القيمة 1 تعني رأيًا واحدًا).',

  'ranking.mean': 'متوسط الرتبة',
  'ranking.places': 'المراتب',
  'ranking.unplaced': 'غير مرتّب',
  'ranking.ranked':
    '{ranked, plural, zero {لا تتضمن أي ورقة ترتيبًا} one {تتضمن ورقة واحدة ترتيبًا} two {تتضمن ورقتان ترتيبًا} few {تتضمن # أوراق ترتيبًا} many {تتضمن # ورقة ترتيبًا} other {تتضمن # ورقة ترتيبًا}}، و{abstained, plural, zero {لم يمتنع أحد} one {امتنعت ورقة واحدة} two {امتنعت ورقتان} few {امتنعت # أوراق} many {امتنعت # ورقة} other {امتنعت # ورقة}}.',
  'ranking.concordance': 'معامل كندال W يساوي {w}: القيمة 0 تعني ألّا شيء مشتركًا بين الترتيبات، والقيمة 1 أنها متطابقة.',
  'ranking.no-ranking': 'لم يُعبَّر عن أي ترتيب.',
  'ranking.too-few': 'كان عدد الترتيبات أو الخيارات أقل من أن يتيح قياس مدى تقاربها.',
  'ranking.note':
    'متوسط الرتبة: كلما انخفض كان أفضل؛ والخيارات التي لم ترتّبها ورقةٌ ما تتقاسم متوسط الرتب المتبقية. المراتب: عدد الأوراق التي وضعت الخيار في المرتبة الأولى / الثانية / وهكذا. وتدل علامة «=» على التعادل.',

  'level.endorse': 'تأييد',
  'level.reservation': 'تأييد مع تحفظ',
  'level.abstain': 'امتناع',
  'level.stand-aside': 'تنحٍّ',
  'level.oppose': 'اعتراض',
  'endorsement.texts': 'الأسباب المقدَّمة: {option}',
  'endorsement.text': '{level}: {text}',
  'endorsement.note': 'عدد الأوراق بحسب الموقف. التنحّي: لا دعم للإحالة ولا اعتراض عليها. وترد الأسباب بالترتيب الأبجدي.',

  'agreement.shared-support': 'يحظى بدعم الجانبين',
  'agreement.shared-rejection': 'لا يحظى بدعم أي من الجانبين',
  'agreement.led': 'يتصدّر الدعمَ جانبُ {bloc}',
  'agreement.split': 'تنقسم الآراء داخل الكتل',
  'agreement.open': 'لا اتجاه واضحًا',
  'agreement.side': '{bloc} {share} من {papers}',
  'agreement.sentence':
    '{option}: {verdict}. الدعم: {sides}؛ الأرضية المشتركة {common}، والتباعد {divergence, number, ::sign-except-zero .#} نقطة{rough, select, yes { (محسوبان من حدود)} other {}}.',
  'agreement.no-papers': 'لا أوراق من {blocs}: لم يُقَس التوافق.',
  'agreement.not-shown': 'لا يُعرض التوافق بين الجانبين (مجموعة صغيرة).',
  'agreement.partly-shown':
    '{count, plural, zero {لا يُحجب التوافق على أي خيار آخر} one {لا يُعرض التوافق على خيار آخر واحد} two {لا يُعرض التوافق على خيارين آخرين} few {لا يُعرض التوافق على # خيارات أخرى} many {لا يُعرض التوافق على # خيارًا آخر} other {لا يُعرض التوافق على # خيار آخر}} (مجموعة صغيرة).',

  'ballots.untitled': 'خيار بلا عنوان',
  'ballots.share-note':
    'النقاط: مجموع النقاط في جميع الأوراق الصحيحة. المصوّتون: الأوراق التي منحت نقطة واحدة على الأقل. النسبة: المصوّتون من جميع الأوراق الصحيحة. وتدل علامة «=» على التعادل.',
  'ballots.bloc-note': 'بحسب الكتلة، مع عدد أوراقها الصحيحة: النقاط / المصوّتون. ولا تُعرض أبدًا أرقام تخص شخصًا بعينه.',
  'ballots.hidden-note': 'لا يُعرض (مجموعة صغيرة): {blocs}.',

  'method.title': 'مذكرة المنهجية',
  'method.phases': 'المراحل حتى المرحلة التي بُلغت، بحسب المخطط: {phases}.',
  'method.phase': '{phase} ({minutes} د)',
  'method.named': 'كُتبت البطاقات بأسماء أصحابها.',
  'method.bloc': 'عُرضت البطاقات في القاعة مع ذكر كتلة أصحابها على أقصى تقدير.',
  'method.non-attributed':
    'عُرضت البطاقات من دون اسم أو كتلة. ولم تُحفظ الصلة بأصحابها إلا على الخادم، وهي تُحذف عند اختتام الجلسة.',
  'method.sealed': 'عُرضت البطاقات من دون اسم أو كتلة، وأُتلفت الصلة بأصحابها عند الكشف.',
  'method.rule':
    'عُقدت الجلسة وفق قاعدة تشاتام هاوس: يجوز استخدام المعلومات، ولا يجوز الكشف عن هوية أي مشارك أو انتمائه. ولا يتضمن هذا الملف اسم صاحب أي بطاقة ولا وفده ولا كتلته؛ والنصوص هي كلمات المشاركين أنفسهم من دون تغيير.',
  'method.late':
    '{count, plural, zero {لم تُضف أي بطاقة بعد الكشف} one {أُضيفت بطاقة واحدة بعد الكشف، مع الإشارة إلى ذلك} two {أُضيفت بطاقتان بعد الكشف، مع الإشارة إلى ذلك} few {أُضيفت # بطاقات بعد الكشف، مع الإشارة إلى ذلك} many {أُضيفت # بطاقة بعد الكشف، مع الإشارة إلى ذلك} other {أُضيفت # بطاقة بعد الكشف، مع الإشارة إلى ذلك}}.',
  'method.proxy':
    '{count, plural, zero {لم يُدخل الميسّر أي بطاقة} one {أدخل الميسّر بطاقة واحدة} two {أدخل الميسّر بطاقتين} few {أدخل الميسّر # بطاقات} many {أدخل الميسّر # بطاقة} other {أدخل الميسّر # بطاقة}} نيابةً عمّن لا جهاز لديه.',
  'method.ballot':
    'الاقتراع {number}: {valid, plural, zero {لا أوراق صحيحة} one {ورقة صحيحة واحدة} two {ورقتان صحيحتان} few {# أوراق صحيحة} many {# ورقة صحيحة} other {# ورقة صحيحة}} من أصل {entitled} لهم حق التصويت، {proxies, plural, zero {لم يُدخل الميسّر أيًا منها} one {أدخل الميسّر واحدة منها} two {أدخل الميسّر اثنتين منها} few {أدخل الميسّر # منها} many {أدخل الميسّر # منها} other {أدخل الميسّر # منها}}.',
  'method.no-ballot': 'لم يُغلق أي اقتراع.',
  'method.small-cells': 'لا تُعرض قيمة كتلة إلا إذا استندت، هي وبقية المجموع، إلى {count} أوراق صحيحة على الأقل.',
  'method.hidden': 'لا يُعرض في الاقتراع {number}: {blocs}.',
  'method.partly-hidden': 'لا يُعرض في بعض خيارات الاقتراع {number}: {blocs}.',
  'method.thresholds':
    'مصطلحات التوافق في الاقتراع {number}: دعم مشترك ابتداءً من {support, number, percent} لدى الجانبين، ولا دعم حتى {rejection, number, percent}؛ ويتصدّر أحد الجانبين إذا كان الآخر دون {follower, number, percent} وكان z للفارق ≥ {z}؛ وانقسام إذا كان الفارق دون {points} نقطة وCns دون {consensus}.',
  'method.dissent': 'يوصف التقييم في الاقتراع {number} بأنه محل خلاف إذا تجاوز انحرافه المعياري المقيَّس {dissent}.',
  'method.none-hidden': 'لم تُحجب أي قيمة في الاقتراع {number}.',
  'method.order': 'ترد البطاقات بترتيب محسوب من معرّفاتها، وهو لا يدل على من كتبها ولا أين ولا متى.',

  'annex.title': 'مرفق: جميع البطاقات',
  'annex.none': 'لا توجد بطاقات.',
  'annex.in-cluster': 'التجمّع: {cluster}',
  'annex.in-none': 'خارج التجمّعات',

  'phase.lobby': 'الاستقبال',
  'phase.frame': 'التأطير',
  'phase.write': 'الكتابة',
  'phase.clarify': 'التوضيح',
  'phase.cluster': 'التجميع',
  'phase.draft': 'الصياغة',
  'phase.shortlist': 'التصفية الأولية',
  'phase.evaluate': 'التقييم',
  'phase.discuss': 'النقاش',
  'phase.revote': 'إعادة التصويت',
  'phase.readback': 'القراءة الختامية',
};
