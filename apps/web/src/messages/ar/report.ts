import type { report as en } from '../en/report.ts';

export const report: Record<keyof typeof en, string> = {
  'report.page': 'تقرير {group}',
  'report.back': 'العودة إلى اللوحة',
  'report.views': 'طرق عرض التقرير',
  'report.view.edit': 'تحرير',
  'report.view.preview': 'معاينة',
  'report.view.check': 'تدقيق',
  'report.view.export': 'تنزيل',
  'report.view.count': '{done}/{count}',
  'report.isInterim': 'مرحلي',
  'report.isFinal': 'نهائي',
  'report.closed': 'أُغلقت الجلسة: يمكن الاطلاع على التقرير وتنزيله، ولا يمكن تغييره.',
  'report.reading': 'تتابع التقرير أثناء تلاوته. يكتبه المقرِّر والميسّر.',
  'report.notYet': 'ما زال التقرير قيد الكتابة',
  'report.notYet.body': 'تطّلع عليه مجموعتك عند تلاوته، ولا يراه قبل ذلك إلا المقرِّر والميسّر.',
  'report.readback': 'التلاوة على المجموعة',
  'report.forward': 'الإحالة إلى الجلسة العامة',
  'report.carets': 'يُكتب هنا أيضًا من: {names}',
  'report.empty': 'لم يُكتب شيء بعد.',

  'report.headlines': 'الرسائل الرئيسية',
  'report.headlines.hint':
    'ثلاث رسائل تبقى في ذاكرة الجلسة العامة، لا تزيد كل منها على {most, plural, zero {# كلمة} one {كلمة واحدة} two {كلمتين} few {# كلمات} many {# كلمة} other {# كلمة}}.',
  'report.headlines.line': 'الرسالة الرئيسية {place}',
  'report.words': 'الكلمات: {words} من {most}',
  'report.words.over':
    'الكلمات: {words} من {most}، الزائد {over, plural, zero {لا شيء} one {كلمة واحدة} two {كلمتان} few {# كلمات} many {# كلمة} other {# كلمة}}',

  'report.options': 'الخيارات المحالة',
  'report.options.hint':
    '{count, plural, zero {لم يُحَل أي خيار بعد} one {أُحيل خيار واحد} two {أُحيل خياران} few {أُحيلت # خيارات} many {أُحيل # خيارًا} other {أُحيل # خيار}}، والحد الأقصى {limit}. تُكتب نصوصها بجانب اللوحة.',
  'report.options.edit': 'تحرير الخيارات',
  'report.options.none': 'يظهر الخيار هنا بعد تجميد نصه وتلاوته وإحالته.',
  'report.options.others': 'خيارات لم تُحَل بعد ({count})',
  'report.options.open': 'فتح {code} بجانب اللوحة',
  'report.sources': 'بطاقات المصدر ({count})',
  'report.sources.untitled': 'بطاقة بلا عنوان',

  'report.agreement': 'مواضع الاتفاق والتباين في المجموعة',
  'report.agreement.hint': 'تحمل العبارات المستمدة من النتائج علامة «مولَّدة» إلى أن تُعدَّل. ويبيّن التقرير صاحب كل صياغة.',
  'report.agreement.none': 'لا نتائج بعد. يمكن إدراج العبارات بعد إغلاق اقتراع، أو كتابتها يدويًا.',
  'report.agreement.line': 'العبارة {place} من {count}',
  'report.agreement.add': 'إضافة عبارة',
  'report.origin.generated': 'مولَّدة',
  'report.origin.edited': 'مولَّدة ومعدَّلة',
  'report.origin.own': 'صياغة خاصة',
  'report.origin.outdated': 'لم تعد مطابقة للنتائج',
  'report.sentences.fresh':
    '{count, plural, zero {لا عبارات جديدة} one {عبارة جديدة واحدة مستمدة} two {عبارتان جديدتان مستمدتان} few {# عبارات جديدة مستمدة} many {# عبارة جديدة مستمدة} other {# عبارة جديدة مستمدة}} من النتائج. ويبقى ما كتبته كما هو.',
  'report.sentences.bringIn':
    '{count, plural, zero {إدراج} one {إدراجها} two {إدراجهما} few {إدراجها} many {إدراجها} other {إدراجها}}',
  'report.sentences.language': 'العبارات المولَّدة مكتوبة بلغة: {language}. وهي تتبع في الملفات لغة التقرير.',
  'report.sentences.say': 'تحويلها إلى {language}',
  'report.sentences.done': 'العبارات محدَّثة.',
  'report.keys': 'يضيف مفتاح الإدخال سطرًا، وينقله Alt مع ↑ أو ↓.',
  'report.sentence.up': 'تحريك إلى أعلى',
  'report.sentence.down': 'تحريك إلى أسفل',
  'report.sentence.remove': 'حذف',
  'report.sentence.removed': 'حُذفت العبارة.',
  'report.sentence.undo': 'تراجع',
  'report.sentence.moved': 'الموضع الآن {place}.',

  'report.ideas': 'أفكار لم تُتابَع',
  'report.ideas.show':
    '{clusters, plural, zero {لا تجمّعات} one {تجمّع واحد} two {تجمّعان} few {# تجمّعات} many {# تجمّعًا} other {# تجمّع}}، {options, plural, zero {لا خيارات} one {خيار واحد} two {خياران} few {# خيارات} many {# خيارًا} other {# خيار}}',
  'report.ideas.cards':
    '{count, plural, zero {لا بطاقات} one {بطاقة واحدة} two {بطاقتان} few {# بطاقات} many {# بطاقة} other {# بطاقة}}',
  'report.ideas.loose': 'خارج أي تجمّع',

  'report.questions': 'أسئلة إلى الجلسة العامة',
  'report.questions.hint': 'ما تنتظر المجموعة جوابه من المجموعات الأخرى أو من الرئاسة.',
  'report.questions.line': 'السؤال {place} من {count}',
  'report.questions.add': 'إضافة سؤال',

  'report.preview': 'كما سيُطبع',
  'report.preview.interim':
    '{count, plural, zero {مرحلي} one {مرحلي، صفحة واحدة} two {مرحلي، صفحتان} few {مرحلي، # صفحات} many {مرحلي، # صفحة} other {مرحلي، # صفحة}}',
  'report.preview.final':
    '{count, plural, zero {نهائي} one {نهائي، صفحة واحدة} two {نهائي، صفحتان} few {نهائي، # صفحات} many {نهائي، # صفحة} other {نهائي، # صفحة}}',
  'report.preview.again': 'تحديث',
  'report.preview.page': 'الصفحة {page, number} من {count, number} من التقرير المطبوع',

  'report.checks': 'قبل الإصدار',
  'report.checks.done': 'أُنجز {done} من {count}. ولا شيء هنا يمنعك من المتابعة.',
  'report.checks.yes': 'أُنجز:',
  'report.checks.no': 'يحتاج إلى نظر:',
  'report.check.headlines': 'الرسائل الرئيسية',
  'report.check.headlines.now':
    'كُتب {written} من {most}{over, plural, zero {} one {، واحدة أطول من اللازم} two {، اثنتان أطول من اللازم} few {، # أطول من اللازم} many {، # أطول من اللازم} other {، # أطول من اللازم}}',
  'report.check.readback': 'التلاوة',
  'report.check.readback.now':
    'تُلي {asked} من {pursued, plural, zero {لا خيارات} one {خيار واحد} two {خيارين} few {# خيارات} many {# خيارًا} other {# خيار}}',
  'report.check.forwarded': 'الخيارات المحالة',
  'report.check.forwarded.now': '{forwarded} من {limit} على الأكثر',
  'report.check.reservations': 'التحفّظات',
  'report.check.reservations.now':
    '{count, plural, zero {لا تحفّظات. اسأل إن كان هناك أي منها.} one {تحفّظ واحد يُطبع} two {تحفّظان يُطبعان} few {# تحفّظات تُطبع} many {# تحفّظًا يُطبع} other {# تحفّظ يُطبع}}',
  'report.check.sentences': 'الاتفاق والتباين',
  'report.check.sentences.now':
    '{written, plural, zero {لم يُكتب شيء} one {عبارة واحدة} two {عبارتان} few {# عبارات} many {# عبارة} other {# عبارة}}{outdated, plural, zero {} one {، واحدة لم تعد مطابقة للنتائج} two {، اثنتان لم تعودا مطابقتين للنتائج} few {، # لم تعد مطابقة للنتائج} many {، # لم تعد مطابقة للنتائج} other {، # لم تعد مطابقة للنتائج}}{fresh, plural, zero {} one {، واحدة للإدراج} two {، اثنتان للإدراج} few {، # للإدراج} many {، # للإدراج} other {، # للإدراج}}',
  'report.check.questions': 'أسئلة إلى الجلسة العامة',
  'report.check.questions.now':
    '{written, plural, zero {لا أسئلة} one {سؤال واحد} two {سؤالان} few {# أسئلة} many {# سؤالًا} other {# سؤال}}',

  'report.names.none': 'لا يرد في نصوص التقرير أي اسم أو وفد من القائمة.',
  'report.names.some':
    '{count, plural, zero {لا نصوص} one {نص واحد يرد فيه اسم أو وفد} two {نصان ترد فيهما أسماء أو وفود} few {# نصوص ترد فيها أسماء أو وفود} many {# نصًّا ترد فيها أسماء أو وفود} other {# نص ترد فيه أسماء أو وفود}}',
  'report.names.what': 'لا تُغيَّر الكلمات آليًا: اطلب تغييرها حيث تكشف من تكلّم، واتركها حيث لا تكشف ذلك.',
  'report.names.list': 'نصوص يرد فيها اسم أو وفد',
  'report.names.more':
    '{count, plural, zero {لا نصوص أخرى} one {نص آخر} two {نصان آخران} few {# نصوص أخرى} many {# نصًّا آخر} other {# نص آخر}}',
  'report.names.again': 'تدقيق من جديد',
  'report.place.headline': 'رسالة رئيسية',
  'report.place.agreement': 'الاتفاق والتباين',
  'report.place.question': 'سؤال إلى الجلسة العامة',
  'report.place.option': 'خيار',
  'report.place.reservation': 'تحفّظ',
  'report.place.objection': 'اعتراض عند التلاوة',
  'report.place.reason': 'سبب في اقتراع',
  'report.place.cluster': 'تجمّع',
  'report.place.card': 'بطاقة',

  'report.history': 'النسخ السابقة',
  'report.history.intro':
    'تُحفظ نسخة من التقرير عند بداية كل مرحلة وكل بضع دقائق من العمل. ولا يراها إلا من يكتب التقرير.',
  'report.history.none': 'لم تُحفظ أي نسخة بعد. تُحفظ أول نسخة عند المرحلة التالية أو بعد بضع دقائق من العمل.',
  'report.history.words':
    '{count, plural, zero {لا كلمات} one {كلمة واحدة} two {كلمتان} few {# كلمات} many {# كلمة} other {# كلمة}}',
  'report.history.restore': 'استعادة هذه النسخة',
  'report.history.ask': 'هل يعود التقرير إلى هذه النسخة؟',
  'report.history.all': 'تعود الرسائل والعبارات والأسئلة إلى ما كانت عليه، للجميع دفعة واحدة.',
  'report.history.kept': 'يُحفظ التقرير بحالته الراهنة أولًا، ويمكن استعادته بالطريقة نفسها.',
  'report.history.confirm': 'استعادة',
  'report.history.restored': 'عاد التقرير كما كان، والنسخة السابقة محفوظة.',

  'report.write': 'كتابة التقرير',
  'report.look': 'التقرير بصيغته الراهنة',
  'report.write.hint': 'الرسائل الرئيسية ومواضع الاتفاق والأسئلة، وبجانبها الصفحات المطبوعة.',
  'report.write.go': 'فتح التقرير',
};
