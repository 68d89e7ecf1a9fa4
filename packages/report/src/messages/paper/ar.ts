import type { paperEn } from './en.ts';

/** The words of the options paper in Arabic. */
export const paperAr: Record<keyof typeof paperEn, string> = {
  'paper.title': 'وثيقة الخيارات',
  'paper.interim': 'وثيقة مرحلية',
  'paper.interim-notice': 'لم تُختم الندوة بعد. ما يرد هنا قابل للتغيير.',
  'paper.final': 'وثيقة نهائية',
  'paper.question':
    '{rounds, plural, zero {بلا جولات} one {جولة واحدة} two {جولتان} few {# جولات} many {# جولة} other {# جولة}}، {groups, plural, zero {بلا مجموعات} one {مجموعة واحدة} two {مجموعتان} few {# مجموعات} many {# مجموعة} other {# مجموعة}}: ما تقترحه المجموعات ومدى توافق الجانبين.',

  'paper.fact.rounds':
    '{count, plural, zero {الجولات} one {الجولة} two {الجولتان} few {الجولات} many {الجولات} other {الجولات}}',
  'paper.fact.round': '{title}: {question}',
  'paper.fact.groups': 'المجموعات',
  'paper.fact.groups-value':
    '{count, plural, zero {لا مجموعات} one {مجموعة واحدة} two {مجموعتان} few {# مجموعات} many {# مجموعة} other {# مجموعة}}، {closed, plural, zero {لم تُغلق أي منها} one {أُغلقت واحدة منها} two {أُغلقت اثنتان منها} few {أُغلقت # منها} many {أُغلقت # منها} other {أُغلقت # منها}}',
  'paper.fact.participants-value':
    '{present, plural, zero {لم يُسجَّل حضور} one {سُجّل حضور مقعد واحد} two {سُجّل حضور مقعدين} few {سُجّل حضور # مقاعد} many {سُجّل حضور # مقعدًا} other {سُجّل حضور # مقعد}} من أصل {seats, plural, zero {#} one {#} two {#} few {#} many {#} other {#}}، من {delegations, plural, zero {دون وفود} one {وفد واحد} two {وفدين} few {# وفود} many {# وفدًا} other {# وفد}}',
  'paper.fact.languages': 'اللغات',
  'paper.fact.attribution-rule': '{modes}، قاعدة تشاتام هاوس',

  'paper.summary.title': 'الخلاصة',
  'paper.summary.none': 'لم يُحَل أي خيار إلى الجلسة العامة.',
  'paper.summary.options':
    '{count, plural, zero {لا ترد في هذه الوثيقة خيارات} one {يرد في هذه الوثيقة خيار واحد} two {يرد في هذه الوثيقة خياران} few {ترد في هذه الوثيقة # خيارات} many {يرد في هذه الوثيقة # خيارًا} other {يرد في هذه الوثيقة # خيار}}، من اقتراح {groups, plural, zero {الجلسة العامة وحدها} one {مجموعة واحدة} two {مجموعتين} few {# مجموعات} many {# مجموعة} other {# مجموعة}}.',
  'paper.summary.unplaced':
    'لم تختر الجلسة العامة خيارات للوثيقة: تعرض الوثيقة كل خيارات السجل التي لم تُدمج في خيار آخر.',
  'paper.summary.class':
    '{class}: {count, plural, zero {لا خيارات} one {خيار واحد} two {خياران} few {# خيارات} many {# خيارًا} other {# خيار}} ({options}).',
  'paper.summary.convergence': 'اقترحتها أكثر من مجموعة كلٌّ على حدة: {options}.',
  'paper.summary.convergence-option': '{option} ({groups} من {of} من المجموعات)',
  'paper.summary.cross-bloc': 'وقّعتها وفود من كتلتين على الأقل: {options}.',
  'paper.summary.reservations': 'مع تحفظات أو نصوص أقلية: {options}.',
  'paper.summary.plenary':
    '{count, plural, zero {لم تُجرِ الجلسة العامة أي اقتراع} one {أجرت الجلسة العامة اقتراعًا واحدًا} two {أجرت الجلسة العامة اقتراعين} few {أجرت الجلسة العامة # اقتراعات} many {أجرت الجلسة العامة # اقتراعًا} other {أجرت الجلسة العامة # اقتراع}}.',
  'paper.summary.no-plenary': 'لم تُجرِ الجلسة العامة أي اقتراع: النتائج نتائج المجموعات وحدها.',
  'paper.summary.merged':
    '{count, plural, zero {لم يُدمج أي خيار} one {دُمج خيار واحد في غيره وهو باقٍ فيه} two {دُمج خياران في غيرهما وهما باقيان فيه} few {دُمجت # خيارات في غيرها وهي باقية فيها} many {دُمج # خيارًا في غيرها وهي باقية فيها} other {دُمج # خيار في غيرها وهي باقية فيها}}.',
  'paper.summary.rest':
    '{count, plural, zero {دخلت كل خيارات السجل الوثيقة} one {لم يدخل الوثيقةَ خيار واحد من السجل؛ يرد كاملًا في ملحق} two {لم يدخل الوثيقةَ خياران من السجل؛ يردان كاملين في ملحق} few {لم تدخل الوثيقةَ # خيارات من السجل؛ ترد كاملة في ملحق} many {لم يدخل الوثيقةَ # خيارًا من السجل؛ ترد كاملة في ملحق} other {لم يدخل الوثيقةَ # خيار من السجل؛ ترد كاملة في ملحق}}.',

  'paper.glance.title': 'الخيارات في لمحة',
  'paper.glance.code': 'الرمز',
  'paper.glance.option': 'الخيار',
  'paper.glance.class': 'الفئة',
  'paper.glance.groups': 'اقترحته',
  'paper.glance.groups-value': '{groups} من {of}',
  'paper.glance.sponsors': 'التوقيعات',
  'paper.glance.state': 'الحالة',

  'paper.class.shared-support': 'دعم مشترك',
  'paper.class.led': 'دعم يتصدّره جانب واحد: {bloc}',
  'paper.class.split': 'انقسام داخل الكتل',
  'paper.class.shared-rejection': 'رفض مشترك',
  'paper.class.open': 'مفتوح',
  'paper.class.unclassed': 'طُرحت للاقتراع، من دون فئة',
  'paper.class.not-judged': 'لم تُطرح للاقتراع',
  'paper.class-note.shared-support': 'يدعم الجانبان هذه الخيارات.',
  'paper.class-note.led':
    'يدعم أحد الجانبين هذه الخيارات، ويدعمها أقل من نصف الجانب الآخر. وليس في ذلك حق نقض لأي منهما.',
  'paper.class-note.split': 'الجانبان متقاربان، والآراء تختلف داخل كل منهما.',
  'paper.class-note.shared-rejection': 'قلّة من كلا الجانبين تدعم هذه الخيارات.',
  'paper.class-note.open': 'لا تعطي الأرقام اتجاهًا واضحًا، أو كانت الأوراق أقل من أن تعطيه.',
  'paper.class-note.unclassed':
    'ترد النتائج أدناه. لم يُسأل الجانبان عن هذه الخيارات بنصها القائم، أو أن رأيهما غير معروض (مجموعة صغيرة).',
  'paper.class-note.not-judged': 'لا يتناول أي اقتراع مغلق هذه الخيارات.',

  'paper.option.group': 'المجموعة {place}',
  'paper.option.plenary': 'الجلسة العامة',
  'paper.option.lineage-parents': 'وضعته الجلسة العامة من {options}.',
  'paper.option.lineage-plenary': 'كتبته الجلسة العامة.',
  'paper.option.proposed-by': 'اقترحته {group}.',
  'paper.option.proposed':
    'اقترحته {groups, plural, zero {لا مجموعة} one {مجموعة واحدة} two {مجموعتان} few {# مجموعات} many {# مجموعة} other {# مجموعة}} من {of} كلٌّ على حدة: {places}.',
  'paper.option.carried': '{code}: {text}',
  'paper.option.no-result': 'لم يُغلق أي اقتراع على هذا الخيار.',
  'paper.result.of': '{whose}، {what}',
  'paper.result.on-other': '{whose}، {what}، على {code}',
  'paper.result.earlier': '{whose}، {what}، على نص سابق',
  'paper.result.delegations': '{whose}، {what}، لكل وفد مرة واحدة',
  'paper.result.delegations-value':
    '{measure}: {value} (متوسط {delegations, plural, zero {بلا وفود} one {وفد واحد} two {وفدين} few {# وفود} many {# وفدًا} other {# وفد}})',
  'paper.result.delegations-hidden':
    '{measure}: غير معروض ({delegations, plural, zero {بلا وفود} one {وفد واحد} two {وفدان} few {# وفود} many {# وفدًا} other {# وفد}})',
  'paper.measure.dots': 'النقاط',
  'paper.measure.first-axis': 'المحور الأول',
  'paper.measure.second-axis': 'المحور الثاني',
  'paper.measure.rank': 'الرتبة',
  'paper.measure.support': 'الدعم',
  'paper.measure.opposition': 'الاعتراض على الإحالة',

  'paper.divergence.title': 'أين توافق الجانبان وأين اختلفا',
  'paper.divergence.note': 'جملة لكل خيار قيس التوافق عليه، مستخلصة من أحدث نتيجة على النص القائم. لم يعدّلها أحد.',
  'paper.divergence.none': 'لم يُقَس التوافق بين الجانبين على أي خيار.',
  'paper.divergence.option': '{whose}، {code} «{title}»',
  'paper.divergence.axis': '{option}، {axis}',

  'paper.aside.title': 'خيارات غير متابَعة وخيارات مدمجة',
  'paper.aside.none': 'ترد في هذه الوثيقة كل الخيارات التي صيغت.',
  'paper.aside.into': 'مدمج في {options}',
  'paper.aside.annexed': '{state}، ويرد كاملًا في الملحق',

  'paper.ideas.note': 'كل تجمّع لكل مجموعة مع عدد بطاقاته. ترد البطاقات نفسها في تقارير المجموعات.',
  'paper.ideas.group': 'المجموعة',
  'paper.ideas.none': 'لم تكتب أي مجموعة بطاقات.',

  'paper.method.classes':
    'فئة الخيار هي فئة أحدث نتيجة على النص القائم: نتيجة الجلسة العامة إن وُجدت، وإلا فنتيجة مجموعته؛ وبعد التقييم فئة محوره الأول.',
  'paper.method.apart': 'ترد نتائج المجموعات ونتائج الجلسة العامة جنبًا إلى جنب. سُئل عنها أشخاص مختلفون، ولا تُجمع أبدًا.',
  'paper.method.convergence':
    'يُحسب التقارب بعدد المجموعات التي اقترحت الخيار أو ما دُمج فيه؛ وتُحسب كل مجموعة مرة واحدة.',
  'paper.method.delegations':
    'بحسب الوفود، يُحسب كل وفد مرة واحدة بمتوسط أوراقه. تُقرَّب هذه المتوسطات بحيث لا يمكن لأحد أن يستنتج كيف صوّت وفد بعينه، وتُحذف حيث يتعذر ذلك.',
  'paper.method.delegations-unnamed':
    'بموجب قاعدة تشاتام هاوس لا يُذكر هنا أي وفد بالاسم، ما عدا الوفود التي وقّعت خيارًا رسميًا.',
  'paper.method.order': 'ترد الخيارات داخل كل فئة بحسب عدد المجموعات التي اقترحتها، ثم بحسب الرمز.',
  'paper.method.versions':
    'كل نص هو أحدث صيغة مجمَّدة؛ ويذكر ملحق كل الصيغ مع بصماتها (SHA-256 للنص في صورته المعيارية) التي يمكن بها التحقق من أي نسخة.',
  'paper.method.plenary': 'اقتراعات الجلسة العامة',

  'paper.annex.rest': 'ملحق: خيارات من السجل لا ترد في الوثيقة',
  'paper.annex.plenary': 'ملحق: اقتراعات الجلسة العامة',
  'paper.annex.register': 'ملحق: السجل',
  'paper.annex.groups': 'ملحق: المجموعات',
  'paper.annex.versions': 'ملحق: صيغ النصوص',
  'paper.annex.no-group': 'لا توجد مجموعات.',
  'paper.annex.group-status': '{status}، التقرير، الصيغة {version}',
  'paper.annex.open': 'الجلسة مفتوحة',
  'paper.annex.closed': 'الجلسة مغلقة',
  'paper.annex.headlines': 'الرسائل الرئيسية',
  'paper.annex.brought': 'ما أحالته',
  'paper.annex.nothing': 'لا خيار',
  'paper.slides.about': 'كيف نشأت هذه الوثيقة',
  'paper.slides.participation': 'من شارك',
  'paper.slides.part': '{title} ({part} من {parts})',
  'paper.slides.option': '{code} {title}',
  'paper.slides.shortened': 'مختصر هنا، والنص كاملًا في الوثيقة.',
  'paper.slides.more':
    '{count, plural, zero {لا مزيد في الوثيقة} one {واحد آخر في الوثيقة} two {اثنان آخران في الوثيقة} few {# أخرى في الوثيقة} many {# أخرى في الوثيقة} other {# أخرى في الوثيقة}}',
  'paper.slides.no-reservations': 'لم يُبدَ أي تحفظ على هذا الخيار.',
  'paper.slides.minority': 'نص أقلية',
  'paper.slides.signed': 'وُقِّع رسميًا من: {delegations}.',
  'paper.slides.interest':
    'اهتمام دون التزام: {count, plural, zero {لا مقاعد} one {مقعد واحد} two {مقعدان} few {# مقاعد} many {# مقعدًا} other {# مقعد}}.',
  'paper.slides.measure': '{measure}: {value}',
  'paper.slides.ideas': 'أفكار لم تُتابَع، بحسب المجموعة',
  'paper.slides.ideas-note': 'تذكر الوثيقة كل تجمّع مع عدد بطاقاته.',
  'paper.slides.ideas-value':
    '{cards, plural, zero {لا بطاقات} one {بطاقة واحدة} two {بطاقتان} few {# بطاقات} many {# بطاقة} other {# بطاقة}}، {clusters, plural, zero {لا تجمّعات} one {تجمّع واحد} two {تجمّعان} few {# تجمّعات} many {# تجمّعًا} other {# تجمّع}}، خارج التجمّعات: {loose, plural, zero {لا شيء} one {واحدة} two {اثنتان} few {#} many {#} other {#}}',
  'paper.slides.register': 'السجل',
  'paper.slides.register-value':
    '{state}؛ {groups, plural, zero {من الجلسة العامة} one {مجموعة واحدة} two {مجموعتان} few {# مجموعات} many {# مجموعة} other {# مجموعة}}',

  'paper.delegations.title': 'لكل وفد مرة واحدة',
  'paper.delegations.base':
    '{delegations, plural, zero {لا وفود} one {وفد واحد} two {وفدان} few {# وفود} many {# وفدًا} other {# وفد}} بورقة صحيحة واحدة على الأقل؛ {unassigned, plural, zero {لا ورقة من دون وفد} one {ورقة واحدة من دون وفد} two {ورقتان من دون وفد} few {# أوراق من دون وفد} many {# ورقة من دون وفد} other {# ورقة من دون وفد}}.',
  'paper.delegations.mean': 'المتوسط',
  'paper.delegations.count': 'الوفود',
  'paper.delegations.named': '{delegation} ({papers})',
  'paper.version.number': 'الصيغة',
  'paper.version.hash': 'SHA-256',
};
