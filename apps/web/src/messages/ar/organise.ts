import type { organise as en } from '../en/organise.ts';

export const organise: Record<keyof typeof en, string> = {
  'organise.key.title': 'تنظيم ندوة',
  'organise.key.label': 'مفتاح الجهة المنظِّمة',
  'organise.key.hint': 'أو لصق الرابط الكامل الذي طبعه الخادم عند تشغيله.',
  'organise.key.submit': 'تسجيل الدخول',
  'organise.key.otherSeat':
    'علامة التبويب هذه باسم {name}. وتسجيل الدخول هنا يجعلها للجهة المنظِّمة، وتبقى علامات التبويب الأخرى كما هي.',
  'organise.list.title': 'الندوات',
  'organise.list.new': 'ندوة جديدة',
  'organise.list.create': 'إنشاء الندوة',
  'organise.list.empty': 'لا ندوات بعد',
  'organise.list.emptyBody': 'يبدأ العمل بإنشاء ندوة واستيراد قائمة المشاركين وتشكيل المجموعات، ثم ينضم الجميع.',
  'organise.list.open': 'فتح',
  'organise.list.closed': 'مغلقة',
  'organise.list.seats':
    '{count, plural, zero {لا مقاعد} one {مقعد واحد} two {مقعدان} few {# مقاعد} many {# مقعدًا} other {# مقعد}}',
  'organise.list.rounds':
    '{count, plural, zero {لا جولات بعد} one {جولة واحدة} two {جولتان} few {# جولات} many {# جولة} other {# جولة}}',

  'organise.symposium.title': 'العنوان',
  'organise.symposium.startsOn': 'اليوم الأول',
  'organise.symposium.attribution': 'ما يجوز معرفته عمّن كتب البطاقة',
  'organise.symposium.attributionHint': 'الأسطر أدناه هي ما يقرؤه المشاركون قبل الكتابة.',
  'organise.symposium.ruleHint':
    'لا يذكر أي ملف مصدَّر أو شاشة للجلسة العامة أو سجل اسم شخص أو وفد، ولا تحمل الملفات اسم من أعدّها.',
  'organise.symposium.marking': 'علامة التصنيف',
  'organise.symposium.markingHint': 'تظهر أعلى كل شاشة وصفحة وأسفلها.',
  'organise.symposium.markingEn': 'بالإنجليزية',
  'organise.symposium.markingFr': 'بالفرنسية',
  'organise.symposium.markingAr': 'بالعربية',
  'organise.attribution.named': 'الاسم والوفد',
  'organise.attribution.bloc': 'الكتلة فقط',
  'organise.attribution.non-attributed': 'دون إسناد',
  'organise.attribution.sealed': 'مختوم',

  'organise.steps': 'أقسام الندوة',
  'organise.step.live': 'المجموعات',
  'organise.step.roster': 'قائمة المشاركين',
  'organise.step.rounds': 'الجولات',
  'organise.step.codes': 'الرموز',
  'organise.step.paper': 'الوثيقة والختم',
  'organise.step.settings': 'الإعدادات',
  'organise.closed': 'هذه الندوة مغلقة. لم تعد الرموز المكتوبة صالحة، ويمكن إعادة فتح الندوة من إعداداتها.',

  'organise.roster.title': 'المشاركون',
  'organise.roster.now':
    '{count, plural, zero {قائمة المشاركين فارغة} one {مقعد واحد في قائمة المشاركين} two {مقعدان في قائمة المشاركين} few {# مقاعد في قائمة المشاركين} many {# مقعدًا في قائمة المشاركين} other {# مقعد في قائمة المشاركين}}',
  'organise.roster.next': 'التالي: تشكيل المجموعات',
  'organise.roster.drop': 'إسقاط قائمة المشاركين هنا، وهي ملف CSV من برنامج الجداول',
  'organise.roster.choose': 'اختيار ملف…',
  'organise.roster.columns':
    'الأعمدة المطلوبة: participant_id، display_name، role، وأحد العمودين nation_code أو organisation_code. يُعرض ما سيحدث قبل كتابة أي شيء. وإعادة الاستيراد تحدّث بيانات الأشخاص بحسب participant_id ولا تحذف أحدًا.',
  'organise.roster.rows':
    '{count, plural, zero {لا صفوف} one {صف واحد} two {صفّان} few {# صفوف} many {# صفًّا} other {# صف}}',
  'organise.roster.encoding.utf-8': 'قُرئ بترميز UTF-8',
  'organise.roster.encoding.utf-8-bom': 'قُرئ بترميز UTF-8',
  'organise.roster.encoding.windows-1252': 'قُرئ بترميز Windows-1252 (يُرجى التحقق من الأسماء ذات الحركات)',
  'organise.roster.separator.comma': 'مفصول بفواصل',
  'organise.roster.separator.semicolon': 'مفصول بفواصل منقوطة',
  'organise.roster.separator.tab': 'مفصول بعلامات جدولة',
  'organise.roster.created': 'جديد',
  'organise.roster.updated': 'معدَّل',
  'organise.roster.unchanged': 'دون تغيير',
  'organise.roster.rejected': 'غير مأخوذ',
  'organise.roster.rejectedTitle':
    '{count, plural, zero {لا مشكلات} one {مشكلة واحدة: صفّها غير مأخوذ} two {مشكلتان: صفّاهما غير مأخوذين} few {# مشكلات: صفوفها غير مأخوذة} many {# مشكلة: صفوفها غير مأخوذة} other {# مشكلة: صفوفها غير مأخوذة}}',
  'organise.roster.rejectedHint':
    'يمكن استيراد سائر الصفوف الآن. ثم تُصحَّح هذه الصفوف في الملف ويعاد استيراده، ولا يُنشأ أحد مرتين.',
  'organise.roster.warnings':
    '{count, plural, zero {لا ملاحظات} one {ملاحظة واحدة، وصفّها مأخوذ} two {ملاحظتان، وصفّاهما مأخوذان} few {# ملاحظات، وصفوفها مأخوذة} many {# ملاحظة، وصفوفها مأخوذة} other {# ملاحظة، وصفوفها مأخوذة}}',
  'organise.roster.warningsTable': 'الملاحظات',
  'organise.roster.line': 'السطر',
  'organise.roster.column': 'العمود',
  'organise.roster.problem': 'المشكلة',
  'organise.roster.code': 'الرمز',
  'organise.roster.import':
    '{count, plural, zero {لا شيء للاستيراد} one {استيراد صف واحد} two {استيراد صفّين} few {استيراد # صفوف} many {استيراد # صفًّا} other {استيراد # صف}}',
  'organise.roster.other': 'اختيار ملف آخر',
  'organise.roster.done': 'استُوردت قائمة المشاركين',
  'organise.roster.doneBody':
    'جديد: {created, number}، معدَّل: {updated, number}، دون تغيير: {unchanged, number}، غير مأخوذ: {rejected, number}.',

  'organise.rounds.title': 'الجولات',
  'organise.rounds.new': 'إنشاء جولة',
  'organise.rounds.none': 'لا جولات',
  'organise.rounds.groups':
    '{count, plural, zero {لا مجموعات} one {مجموعة واحدة} two {مجموعتان} few {# مجموعات} many {# مجموعة} other {# مجموعة}}',
  'organise.round.defaultTitle': 'الجولة {number, number}',
  'organise.round.noSeats': 'قائمة المشاركين فارغة، وكذلك ستكون المجموعات. يُرجى استيرادها أولًا.',
  'organise.round.title': 'اسم الجولة',
  'organise.round.question': 'السؤال المطروح على المجموعات',
  'organise.round.questionHint': 'هو عنوان كل لوحة.',
  'organise.round.method': 'المجموعات',
  'organise.round.roster': 'كما في قائمة المشاركين',
  'organise.round.rosterHint': 'المجموعات المذكورة في العمود breakout_group.',
  'organise.round.size': 'مجموعات بحجم محدد',
  'organise.round.count': 'عدد محدد من المجموعات',
  'organise.round.dealtHint': 'تُوزَّع الأدوار والكتل والوفود توزيعًا متوازنًا.',
  'organise.round.sizeAmount': 'عدد الأشخاص في المجموعة',
  'organise.round.countAmount': 'عدد المجموعات',
  'organise.round.amountWrong': 'يُرجى إدخال عدد من {least, number} إلى {most, number}.',
  'organise.round.noRosterGroups': 'لا تذكر قائمة المشاركين أي مجموعات. يُرجى اختيار حجم أو عدد بدلًا من ذلك.',
  'organise.round.submit': 'تشكيل المجموعات',
  'organise.made.title':
    '{count, plural, zero {لا مجموعات جاهزة} one {مجموعة واحدة جاهزة} two {مجموعتان جاهزتان} few {# مجموعات جاهزة} many {# مجموعة جاهزة} other {# مجموعة جاهزة}}',
  'organise.made.placed':
    '{placed, plural, zero {لم توزَّع المجموعات على أحد.} one {لشخص واحد مجموعة.} two {لشخصين مجموعة.} few {لـ# أشخاص مجموعة.} many {لـ# شخصًا مجموعة.} other {لـ# شخص مجموعة.}} {unplaced, plural, zero {ولم يبقَ أحد دون مجموعة.} one {وبقي شخص واحد دون مجموعة (لا يُدرج المنظِّمون في المجموعات).} two {وبقي شخصان دون مجموعة (لا يُدرج المنظِّمون في المجموعات).} few {وبقي # أشخاص دون مجموعة (لا يُدرج المنظِّمون في المجموعات).} many {وبقي # شخصًا دون مجموعة (لا يُدرج المنظِّمون في المجموعات).} other {وبقي # شخص دون مجموعة (لا يُدرج المنظِّمون في المجموعات).}}',
  'organise.made.next': 'التالي: توزيع الرموز',
  'organise.made.missing': 'مجموعات دون ميسّر أو مقرِّر',
  'organise.made.missingLine': 'المجموعة {number, number}: {roles}',
  'organise.made.small':
    '{count, plural, zero {لا كتل صغيرة في أي مجموعة} one {مجموعة واحدة فيها كتلة صغيرة} two {مجموعتان فيهما كتلة صغيرة} few {# مجموعات فيها كتلة صغيرة} many {# مجموعة فيها كتلة صغيرة} other {# مجموعة فيها كتلة صغيرة}}',
  'organise.made.smallHint':
    'لا تُفصَّل النتائج بحسب الكتل إلا حيث يكون للكتلة {least, number} أوراق على الأقل، ولن تُفصَّل هنا.',

  'organise.live.empty': 'لا مجموعات بعد',
  'organise.live.emptyBody': 'حالما تُنشأ جولة، تظهر هنا جميع مجموعاتها أثناء عملها.',
  'organise.live.offline': 'لا اتصال. قد يكون المعروض قديمًا، ويُستأنف الاتصال تلقائيًا.',
  'organise.live.round': 'الجولة',
  'organise.live.here': 'حاضرون من أصل {seats, number}',
  'organise.live.groups':
    '{count, plural, zero {مجموعة} one {مجموعة} two {مجموعات} few {مجموعات} many {مجموعة} other {مجموعة}}',
  'organise.live.cards': 'بطاقات',
  'organise.live.attention':
    '{count, plural, zero {تحتاج إلى متابعة} one {تحتاج إلى متابعة} two {تحتاج إلى متابعة} few {تحتاج إلى متابعة} many {تحتاج إلى متابعة} other {تحتاج إلى متابعة}}',
  'organise.live.closed': 'مغلقة',
  'organise.live.paused': 'متوقف',
  'organise.live.papers': '{cast, number} من {entitled, number} ورقة',
  'organise.live.present': 'الحضور',
  'organise.live.of': '{count, number} من {all, number}',
  'organise.live.done': 'انتهوا',
  'organise.live.onBoard': 'البطاقات',
  'organise.live.finished': 'مكتملة',
  'organise.live.writing': 'قيد الكتابة',
  'organise.why.nobody': 'لا أحد حاضر.',
  'organise.why.few': 'لم يحضر إلا {present, number} من {seats, number}.',
  'organise.why.over': 'تجاوز الوقت بمقدار {time}.',
  'organise.why.papers':
    'انتهى الوقت و{missing, plural, zero {لا أوراق ناقصة} one {تنقص ورقة واحدة} two {تنقص ورقتان} few {تنقص # أوراق} many {تنقص # ورقة} other {تنقص # ورقة}}.',
  'organise.why.ready': 'انتهى {done, number} من {present, number}: يمكن الانتقال إلى المرحلة التالية.',

  'organise.codes.title': 'كيفية الدخول',
  'organise.codes.personal': 'الرموز الشخصية',
  'organise.codes.personalBody':
    'سطر لكل مقعد: الاسم والمجموعة والدور والرمز ورابط الشارة. ومن يحمل الرمز يشغل المقعد، فلا يُسلَّم إلا إلى صاحبه.',
  'organise.codes.download': 'تنزيل الرموز (CSV)',
  'organise.codes.walkIns': 'الحضور دون تسجيل',
  'organise.codes.allow': 'قبول من ليسوا في قائمة المشاركين',
  'organise.codes.allowHint': 'ينضمون برمز المجموعة الذي يمكن للميسّر عرضه، ويُدخلون أسماءهم.',

  'organise.badges.title': 'الشارات',
  'organise.badges.body':
    'شارة لكل مقعد، أربع في صفحة A4: تُقصّ من المنتصف وتُطوى مرة واحدة إلى قياس A7. على الوجه الاسم والوفد والمجموعات، وعلى الظهر بعيدًا عن الأنظار الرمز للمسح أو الإدخال. وكل شارة بلغة حاملها. وبطاقات الطاولة تحمل الاسم دون رمز.',
  'organise.badges.wifiName': 'اسم شبكة Wi-Fi',
  'organise.badges.wifiPassword': 'كلمة مرور شبكة Wi-Fi',
  'organise.badges.optional': 'اختياري؛ يُطبع على الظهر.',
  'organise.badges.wifiHint': 'تُطبع ولا تُحفظ. تُترك فارغة للشبكة المفتوحة.',
  'organise.badges.print': 'طباعة الشارات (PDF)',
  'organise.badges.tents': 'بطاقات الطاولة (PDF)',

  'organise.blocs.title': 'الكتل والجانبان',
  'organise.blocs.body':
    'الجهات التي يمكن أن ينتمي إليها المقعد، بكلماتكم: من اثنتين إلى ست. ولكلٍّ منها شكل ولون بحسب ترتيبها. وتحدد قائمة المشاركين كتلة المقعد في العمود bloc، وإلا فبحسب الدولة أو الإطار إن كانت هنا كتلة كهذه.',
  'organise.blocs.name.en': 'الاسم بالإنكليزية',
  'organise.blocs.name.fr': 'الاسم بالفرنسية',
  'organise.blocs.name.ar': 'الاسم بالعربية',
  'organise.blocs.nameless': 'يُرجى إدخال اسم بلغة واحدة على الأقل.',
  'organise.blocs.remove': 'حذف «{bloc}»',
  'organise.blocs.add': 'إضافة كتلة',
  'organise.blocs.first': 'الجانب الأول',
  'organise.blocs.second': 'الجانب الثاني',
  'organise.blocs.sides':
    'يُقاس التوافق بين هاتين الكتلتين، وتُحتسب الأخرى في المجاميع. لا تُحذف كتلة لها مقاعد، ويبقى الجانبان كما هما بعد فتح أي اقتراع. أما الأسماء فيمكن تغييرها دائمًا.',
  'organise.blocs.save': 'حفظ الكتل',

  'organise.settings.save': 'حفظ الإعدادات',
  'organise.settings.saved': 'حُفظت الإعدادات.',
  'organise.settings.ratchet':
    'يسري التغيير على الجولات التي تُنشأ من الآن فصاعدًا. ويبقى ما كُتب على الوعد الذي كُتب في ظله.',
  'organise.settings.end': 'الإنهاء',
  'organise.settings.close': 'إغلاق الندوة',
  'organise.settings.closeTitle': 'هل تُغلق هذه الندوة؟',
  'organise.settings.closeBody':
    'بعد الإغلاق لا تعود الرموز المكتوبة صالحة ولا يمكن إنشاء جولات، وتبقى اللوحات والتقارير متاحة للاطلاع. ويمكن إعادة فتح الندوة.',
  'organise.settings.reopen': 'إعادة فتح الندوة',
  'organise.settings.reopenTitle': 'هل يعاد فتح هذه الندوة؟',
  'organise.settings.reopenBody': 'تعود الرموز المكتوبة صالحة ويمكن إنشاء جولات.',
  'organise.settings.delete': 'حذف نهائي…',
  'organise.settings.deleteTitle': 'هل تُحذف هذه الندوة نهائيًا؟',
  'organise.settings.deleteBody':
    'تُحذف من هذا الخادم قائمة المشاركين وجميع المجموعات واللوحات والاقتراعات والتقارير الخاصة بهذه الندوة. ولا رجوع عن ذلك.',
  'organise.settings.deleteType': 'للتأكيد تُكتب العبارة «{title}»',
};
