import type { en } from './en.ts';
import { paperAr } from './paper/ar.ts';

/** The report's own words in Arabic: Modern Standard, in the register of institutions. */
export const ar: Record<keyof typeof en, string> = {
  ...paperAr,
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
  'fact.options':
    '{count, plural, zero {لا خيارات سياساتية} one {خيار سياساتي واحد} two {خياران سياساتيان} few {# خيارات سياساتية} many {# خيارًا سياساتيًا} other {# خيار سياساتي}}',

  'attribution.named': 'بالاسم',
  'attribution.bloc': 'بحسب الكتلة',
  'attribution.non-attributed': 'من دون نسبة',
  'attribution.sealed': 'مختومة',
  'attribution.under-rule': '{mode}، قاعدة تشاتام هاوس',

  'clusters.untitled': 'تجمّع بلا عنوان',
  'clusters.count':
    '{count, plural, zero {لا بطاقات} one {بطاقة واحدة} two {بطاقتان} few {# بطاقات} many {# بطاقة} other {# بطاقة}}',

  'card.untitled': 'بطاقة بلا عنوان',
  'card.late': 'أُضيفت بعد الكشف',
  'card.proxy': 'أدخلها الميسّر',
  'card.author': '{name}، {delegation}',

  'ballots.title': 'مرفق: نتائج الاقتراعات',
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
    'مصطلحات التوافق {count, plural, zero {في الاقتراعات} one {في الاقتراع} two {في الاقتراعين} few {في الاقتراعات} many {في الاقتراعات} other {في الاقتراعات}} {numbers}: دعم مشترك ابتداءً من {support, number, percent} لدى الجانبين، ولا دعم حتى {rejection, number, percent}؛ ويتصدّر أحد الجانبين إذا كان الآخر دون {follower, number, percent} وكان z للفارق ≥ {z}؛ وانقسام إذا كان الفارق دون {points} نقطة وCns دون {consensus}.',
  'method.dissent': 'يوصف التقييم في الاقتراع {number} بأنه محل خلاف إذا تجاوز انحرافه المعياري المقيَّس {dissent}.',
  'method.none-hidden': 'لم تُحجب أي قيمة في الاقتراع {number}.',
  'method.order': 'ترد البطاقات بترتيب محسوب من معرّفاتها، وهو لا يدل على من كتبها ولا أين ولا متى.',
  'method.options':
    'تُعرض الخيارات بآخر نص مجمَّد لها، معرَّفًا ببصمة (SHA-256، مختصرة). وترد الكتل تحت كل خيار مع نسبة أوراقها الداعمة له، وبعد الترتيب مع متوسط رتبتها. وتُطبع التحفظات ونصوص الأقلية كاملةً، ويُذكر الرعاة لأن رعايتهم معلنة، ويُذكر الاهتمام عددًا.',
  'method.undrawn':
    '{count, plural, zero {لم يُستبدل أي حرف} one {حرف واحد لا يتيحه أي خط في هذا الملف يظهر} two {حرفان لا يتيحهما أي خط في هذا الملف يظهران} few {# حروف لا يتيحها أي خط في هذا الملف تظهر} many {# حرفًا لا يتيحها أي خط في هذا الملف تظهر} other {# حرف لا يتيحها أي خط في هذا الملف تظهر}} بعلامة {sign}؛ وترد كما هي في ملفات Word وMarkdown وJSON.',

  'annex.title': 'مرفق: جميع البطاقات',
  'annex.none': 'لا توجد بطاقات.',
  'annex.in-cluster': 'التجمّع: {cluster}',
  'annex.in-none': 'خارج التجمّعات',

  'list.separator': '، ',

  'headlines.title': 'الرسائل الرئيسية',
  'headlines.none': 'لم تُكتب أي رسائل رئيسية.',

  'options.title': 'الخيارات السياساتية المحالة',
  'options.count':
    '{count, plural, zero {لا خيارات} one {خيار واحد} two {خياران} few {# خيارات} many {# خيارًا} other {# خيار}}',
  'options.none': 'لم تُصَغ أي خيارات سياساتية.',
  'options.none-forwarded': 'لم يُحَل أي خيار سياساتي إلى الجلسة العامة.',

  'option.untitled': 'خيار بلا عنوان',
  'option.no-text': 'لم يُكتب أي نص.',
  'option.title': 'العنوان',
  'option.text': 'النص',
  'option.rationale': 'المسوّغات',
  'option.actors': 'الجهات المنفِّذة',
  'option.resources': 'الموارد',
  'option.horizon': 'الأفق الزمني',
  'option.missing': 'لم يُحدَّد',
  'option.reservation':
    '{count, plural, zero {تحفظات} one {تحفظ} two {تحفظان} few {تحفظات} many {تحفظات} other {تحفظات}}',
  'option.minority':
    '{count, plural, zero {نصوص الأقلية} one {نص الأقلية} two {نصّا الأقلية} few {نصوص الأقلية} many {نصوص الأقلية} other {نصوص الأقلية}}',
  'option.sponsors':
    '{count, plural, zero {الرعاية المعلنة} one {الراعي، علنًا} two {الراعيان، علنًا} few {الرعاة، علنًا} many {الرعاة، علنًا} other {الرعاة، علنًا}}',
  'option.sponsor': '{delegation} ({bloc})',
  'option.sponsor-suspended': '{delegation} ({bloc}؛ معلّقة إلى حين تأكيدها لهذا النص)',
  'option.interest': 'الاهتمام',
  'option.interest-value':
    '{count, plural, zero {لا مقاعد} one {مقعد واحد} two {مقعدان} few {# مقاعد} many {# مقعدًا} other {# مقعد}}، من دون التزام',
  'option.origin': 'المنشأ',
  'option.from': 'انبثق من {sources}.',
  'option.from-cluster': 'تجمّع «{title}»',
  'option.from-nothing': 'كُتب من دون الاستناد إلى بطاقة أو تجمّع.',
  'option.convergence': 'اقترحته على حدة {groups} من أصل {of} من المجموعات.',
  'option.version': 'النسخة {number} من النص، البصمة {hash}.',
  'option.not-frozen': 'النص غير مجمَّد وقابل للتغيير.',
  'option.readback': 'التلاوة',
  'option.not-read-back': 'لم يُقرأ على المجموعة بعد.',
  'option.answers':
    '{accepted, plural, zero {لم يقبله أي مقعد} one {قبله مقعد واحد} two {قبله مقعدان} few {قبلته # مقاعد} many {قبله # مقعدًا} other {قبله # مقعد}}، و{objected, plural, zero {لم يعترض أحد} one {اعترض مقعد واحد} two {اعترض مقعدان} few {اعترضت # مقاعد} many {اعترض # مقعدًا} other {اعترض # مقعد}}.',
  'option.objection': 'اعتراض: {text}',
  'option.cross-bloc': 'عابر للكتل',
  'option.state.draft': 'مسوّدة',
  'option.state.endorsed': 'مؤيَّد',
  'option.state.forwarded': 'محال',
  'option.state.merged': 'مدمج في خيار آخر',
  'option.state.plenary': 'معروض على الجلسة العامة',
  'option.state.paper': 'مدرج في وثيقة الخيارات',
  'option.state.set-aside': 'غير متابَع',

  'result.title': 'النتيجة',
  'result.all': 'جميع الأوراق',
  'result.verdict': 'الجانبان',
  'result.ballot': 'الاقتراع {number}: {kind}',
  'result.axis': 'الاقتراع {number}: {axis}',
  'result.dots':
    '{dots, plural, zero {لا نقاط} one {نقطة واحدة} two {نقطتان} few {# نقاط} many {# نقطة} other {# نقطة}}، {voters} من {valid} من الأوراق',
  'result.mean': 'المتوسط {mean} ({papers})',
  'result.mean-rank': 'متوسط الرتبة {rank} ({papers})',
  'result.level': '{level}: {count}',
  'result.no-papers': 'لم يُقَس (أحد الجانبين بلا أوراق)',
  'result.not-shown': 'لا يُعرض (مجموعة صغيرة)',

  'divergence.title': 'مواضع الاتفاق والتباين في المجموعة',
  'divergence.none': 'لم يُغلق أي اقتراع ولم تُكتب أي عبارات.',
  'divergence.made': 'هذه العبارات مستمدة من نتائج الاقتراعات، ولم يُدخل عليها أي تعديل.',
  'divergence.outdated': 'من نتيجة سابقة',
  'divergence.edited': 'معدَّلة',
  'divergence.own': 'بصياغة المقرِّر',
  'divergence.marks': 'العبارات التي لا إشارة إليها مستمدة من نتائج الاقتراعات كما هي.',

  'summary.option': '«{option}»',
  'summary.on-axis': '{option}، {axis}',
  'summary.dots-option':
    '{option} ({dots, plural, zero {لا نقاط} one {نقطة واحدة} two {نقطتان} few {# نقاط} many {# نقطة} other {# نقطة}})',
  'summary.value': '{option} ({value})',
  'summary.nobody': 'لم تُقدَّم أي ورقة صحيحة في الاقتراع {number}.',
  'summary.dots':
    'أكثر الخيارات نقاطًا في الاقتراع {number} ({valid, plural, zero {لا أوراق صحيحة} one {ورقة صحيحة واحدة} two {ورقتان صحيحتان} few {# أوراق صحيحة} many {# ورقة صحيحة} other {# ورقة صحيحة}}): {options}.',
  'summary.rating':
    'أعلى أولوية في الاقتراع {number} ({valid, plural, zero {لا أوراق صحيحة} one {ورقة صحيحة واحدة} two {ورقتان صحيحتان} few {# أوراق صحيحة} many {# ورقة صحيحة} other {# ورقة صحيحة}})، من 0 إلى 1: {options}.',
  'summary.contested': 'محل خلاف في الاقتراع {number}: {options}.',
  'summary.ranking':
    'أفضل متوسط رتبة في الاقتراع {number} ({ranked, plural, zero {لا ترتيبات} one {ترتيب واحد} two {ترتيبان} few {# ترتيبات} many {# ترتيبًا} other {# ترتيب}}): {options}.',
  'summary.endorsement':
    '{option}، من أصل {valid, plural, zero {لا أوراق صحيحة} one {ورقة صحيحة واحدة} two {ورقتين صحيحتين} few {# أوراق صحيحة} many {# ورقة صحيحة} other {# ورقة صحيحة}}: تأييد {endorse}، تأييد مع تحفظ {reservation}، امتناع {abstain}، تنحٍّ {aside}، اعتراض {oppose}.',

  'ideas.title': 'أفكار لم تُتابَع',
  'ideas.cluster': 'التجمّع',
  'ideas.cards': 'البطاقات',
  'ideas.numbers': 'الأرقام في المرفق',
  'ideas.taken-up': 'أُخذ بها في',
  'ideas.loose': 'خارج التجمّعات',
  'ideas.options':
    '{count, plural, zero {لم يبق أي خيار غير محال} one {صيغ خيار واحد ولم يُحَل} two {صيغ خياران ولم يُحالا} few {صيغت # خيارات ولم تُحَل} many {صيغ # خيارًا ولم تُحَل} other {صيغ # خيار ولم تُحَل}}:',
  'ideas.option': '{code}، {state}',

  'questions.title': 'أسئلة إلى الجلسة العامة',
  'questions.none': 'لم تُكتب أي أسئلة إلى الجلسة العامة.',

  'changes.title': 'مرفق: التغييرات في نصوص الخيارات',
  'changes.note': 'كلمة كلمة، من نسخة مجمَّدة إلى التي تليها: الكلمات المحذوفة مشطوبة والكلمات المضافة بخط عريض.',
  'changes.versions': 'من النسخة {from} إلى النسخة {to}، البصمة {hash}',

  'slides.group': 'المجموعة {number}',
  'slides.group-named': 'المجموعة {number}: {name}',
  'slides.in-round': 'الجولة {round}، {group}',
  'slides.options': '{group} – الخيارات المُحالة',
  'slides.agreement': '{group} – الاتفاق والتباين',
  'slides.shortened': 'مختصر هنا، والنص كاملًا في التقرير.',
  'slides.more':
    '{count, plural, zero {لا مزيد في التقرير} one {واحد آخر في التقرير} two {اثنان آخران في التقرير} few {# أخرى في التقرير} many {# أخرى في التقرير} other {# أخرى في التقرير}}',
  'slides.participants':
    'سُجّل حضور {present} من {seats, plural, zero {# مشارك} one {مشارك واحد} two {مشاركين اثنين} few {# مشاركين} many {# مشاركًا} other {# مشارك}}',
  'slides.papers':
    '{what} ({papers, plural, zero {لا أوراق} one {ورقة واحدة} two {ورقتان} few {# أوراق} many {# ورقة} other {# ورقة}})',
  'slides.verdict': '{verdict}: {sides}',
  'slides.not-judged': 'من دون حكم: {count}',
  'slides.rating': '{rating}: {count}',
  'slides.place': 'المرتبة {place}: {count}',
  'slides.unplaced': 'متروك: {count}',
  'slides.first': 'الأول',
  'slides.second': 'الثاني',
  'slides.later': 'بعد ذلك',
  'slides.left-out': 'متروك',
  'slides.reservations': 'التحفظات ونصوص الأقلية',
  'slides.no-reservations': 'لم يُبدَ أي منها على خيار مُحال.',

  'deck.title': 'عرض نتائج المجموعات',
  'deck.section': 'نظرة عامة',
  'deck.groups':
    '{count, plural, zero {لا مجموعات} one {مجموعة واحدة} two {مجموعتان} few {# مجموعات} many {# مجموعة} other {# مجموعة}}',
  'deck.options':
    '{count, plural, =0 {لا خيار مُحالًا} zero {لا خيار مُحالًا} one {خيار واحد مُحال} two {خياران مُحالان} few {# خيارات مُحالة} many {# خيارًا مُحالًا} other {# خيار مُحال}}',
  'deck.final':
    '{final} من {groups, plural, zero {# تقرير نهائي} one {تقرير واحد نهائي} two {تقريرين نهائيان} few {# تقارير نهائية} many {# تقريرًا نهائية} other {# تقرير نهائية}}',
  'deck.agenda': 'جدول الأعمال',
  'deck.agenda-part': 'جدول الأعمال ({part} من {parts})',
  'deck.no-groups': 'لا توجد مجموعات بعد.',
  'deck.interim': 'مرحلي',

  'phase.lobby': 'الاستقبال',
  'phase.frame': 'التأطير',
  'phase.write': 'الكتابة',
  'phase.clarify': 'التوضيح',
  'phase.cluster': 'التجميع',
  'phase.draft': 'الصياغة',
  'phase.shortlist': 'التصفية',
  'phase.evaluate': 'التقييم',
  'phase.discuss': 'النقاش',
  'phase.revote': 'إعادة التصويت',
  'phase.readback': 'التلاوة',

  'sheet.undrawn':
    '{count, plural, zero {لم يُستبدل أي حرف} one {حرف واحد لا يتيحه أي خط على هذا الخادم يظهر} two {حرفان لا يتيحهما أي خط على هذا الخادم يظهران} few {# حروف لا يتيحها أي خط على هذا الخادم تظهر} many {# حرفًا لا يتيحها أي خط على هذا الخادم تظهر} other {# حرف لا يتيحها أي خط على هذا الخادم تظهر}} بعلامة {sign}. يمكن للجهة المشغِّلة إضافة خطوط (REPORT_FONTS) وإعادة الطباعة.',

  'badge.title': 'الشارات: {symposium}',
  'badge.title-tents': 'بطاقات الطاولة: {symposium}',
  'badge.place': 'الجولة {round} · المجموعة {group}',
  'badge.place-named': 'الجولة {round} · المجموعة {group}: {name}',
  'badge.role.facilitator': 'ميسّر',
  'badge.role.cofacilitator': 'ميسّر مشارك',
  'badge.role.rapporteur': 'مقرِّر',
  'badge.role.participant': 'مشارك',
  'badge.role.observer': 'مراقب',
  'badge.scan': 'يُرجى مسح الرمز للدخول',
  'badge.type': 'أو فتح هذا العنوان وإدخال الرمز:',
  'badge.own': 'رمز شخصي: من يحمله يدخل باسمك.',
  'badge.wifi': 'شبكة Wi-Fi',

  'paper.plenary': 'الجلسة العامة',
  'paper.group': 'المجموعة {number}',
  'paper.group-named': 'المجموعة {number}: {name}',
  'paper.dots': 'النقاط',
  'paper.place': 'المرتبة: 1 هي الأفضل',
  'paper.cannot-judge': 'لا يمكنني الحكم',
  'paper.level.endorse': 'تأييد',
  'paper.level.reservation': 'تأييد مع تحفّظ',
  'paper.level.abstain': 'امتناع',
  'paper.level.stand-aside': 'حياد (لا تأييد ولا اعتراض)',
  'paper.level.oppose': 'اعتراض على إحالته',
  'paper.why': 'السبب عند اختيار {levels} (اختياري):',
  'paper.how.dots':
    'لديك {budget, plural, zero {لا نقاط} one {نقطة واحدة} two {نقطتان} few {# نقاط} many {# نقطة} other {# نقطة}}. تُملأ دائرة لكل نقطة، وبحد أقصى {cap} للخيار الواحد. ولا يلزم استخدامها كلها.',
  'paper.how.rating': 'تُملأ دائرة واحدة في كل سطر: من 1 إلى 5، أو «لا يمكنني الحكم».',
  'paper.how.scale': '1 = منخفض و5 = مرتفع. والسطر المتروك يُحسب «لا يمكنني الحكم».',
  'paper.how.ranking':
    'يُكتب 1 بجانب الأفضل {options, plural, zero {} one {} two {من خيارين} few {من # خيارات} many {من # خيارًا} other {من # خيار}}، ثم 2 وهكذا. ولا يلزم ترتيبها كلها: يتقاسم ما بقي المراتب المتبقية.',
  'paper.how.endorsement': 'تُملأ دائرة واحدة لكل نص. وما يُترك لا يُحسب حكمًا.',
  'paper.how.text': 'يُنشر السبب مع النتائج بكلماتك، دون اسم أو كتلة. وقد تدل اللغة والأسلوب على الكاتب.',
  'paper.how.order': 'يختلف ترتيب الخيارات من ورقة إلى أخرى، وحروفها واحدة في جميع الأوراق.',
  'paper.how.abstain': 'الورقة التي تُسلَّم فارغة امتناع.',
  'paper.bloc': 'كتلتي:',
  'paper.delegation': 'وفدي:',
  'paper.stored': 'ما يُحفظ ومن يراه',
  'paper.stored.group': 'ما تحدده هنا وكتلتك، ولا شيء غير ذلك عنك. يُرجى عدم كتابة أي اسم.',
  'paper.stored.plenary': 'ما تحدده هنا وكتلتك ووفدك، ويُحذف الوفد عند إغلاق الاقتراع. يُرجى عدم كتابة أي اسم.',
  'paper.stored.seen':
    'ترى الجهة الميسِّرة هذه الورقة عند إدخالها، وتُحتسب كغيرها، وتذكر النتائج عدد الأوراق المُدخلة. ولا يرى أحد أي نتيجة قبل الإغلاق.',
  'paper.stored.sheet': 'لا تحمل الورقة رقمًا، وتُتلف بعد إغلاق الاقتراع.',
  'paper.entered': 'أُدخلت',

  'agenda.title': 'تقارير المجموعات',
  'agenda.status':
    '{groups, plural, zero {لا مجموعات} one {مجموعة واحدة} two {مجموعتان} few {# مجموعات} many {# مجموعة} other {# مجموعة}}، {options, plural, zero {لم يُحَل أي خيار} one {أُحيل خيار واحد} two {أُحيل خياران} few {أُحيلت # خيارات} many {أُحيل # خيارًا} other {أُحيل # خيار}}',
  'agenda.round': 'الجولة {number}: {title}',
  'agenda.working': 'لا تزال تعمل',
  'agenda.nothing': 'لم تُحِل شيئًا بعد.',
  'agenda.plenary': 'من إعداد الجلسة العامة',
  'agenda.convergence': 'مقترح بصورة مستقلة من {groups} من {of} مجموعة',
};
