import type { board as en } from '../en/board.ts';

export const board: Record<keyof typeof en, string> = {
  'board.region': 'اللوحة',
  'board.name': 'البطاقات على اللوحة',
  'board.keys':
    'مفاتيح الأسهم للتنقل بين البطاقات. Enter للتحرير، ومفتاح المسافة للتحديد، وM للنقل، وG للتجميع، وN لبطاقة جديدة، وDelete للوضع في سلة المحذوفات. وتعرض علامة الاستفهام جميع المفاتيح.',
  'board.tools': 'أدوات اللوحة',
  'board.tool.card': '+ بطاقة',
  'board.tool.draft': '+ بطاقتي',
  'board.tool.cluster': 'تجمّع',
  'board.tool.find': 'بحث',
  'board.tool.select': 'تحديد منطقة',
  'board.tool.fit': 'ملاءمة',
  'board.tool.zoom': 'التكبير والتصغير',
  'board.tool.zoomIn': 'تكبير',
  'board.tool.zoomOut': 'تصغير',
  'board.tool.zoomReset': 'التكبير {percent}%، العودة إلى 100%',
  'board.tool.percent': '{percent}%',
  'board.tool.bin': 'سلة المحذوفات ({count})',
  'board.undo': 'تراجع',
  'board.redo': 'إعادة',
  'board.full': 'بلغت اللوحة أقصى عدد من البطاقات.',
  'board.drop.group': 'تجميع مع هذه البطاقة',
  'board.drop.merge': 'دمج مع «{cluster}»',
  'board.drop.into': 'إلى «{cluster}»',

  'board.empty.title': 'اللوحة فارغة',
  'board.empty.text': 'تُكتب أول بطاقة بالنقر المزدوج في أي مكان، أو بالضغط على N، أو من «+ بطاقة».',
  'board.empty.readOnly': 'لم يوضع عليها شيء بعد.',
  'board.empty.private': 'تُكتب البطاقات الآن كتابةً خاصة',
  'board.empty.privateText': 'تُكتب بطاقاتك في «بطاقاتي»، وتظهر جميع البطاقات هنا معًا عند الكشف.',

  'board.denied.role-refused': 'يمكنك القراءة هنا دون الكتابة.',
  'board.denied.group-closed': 'أغلقت المجموعة جلستها. يمكن الاطلاع على اللوحة دون تعديلها.',
  'board.denied.board-locked': 'اللوحة مقفلة. يمكنك القراءة والتنقل.',
  'board.denied.clusters-locked': 'التجمّعات مقفلة. يمكن كتابة البطاقات ونقلها داخل تجمّعاتها.',
  'board.denied.not-connected': 'اللوحة غير متصلة.',

  'board.card.kind': 'بطاقة:',
  'board.card.inCluster': '، في التجمّع {cluster}',
  'board.card.untitled': 'بطاقة دون عنوان',
  'board.card.late': 'أُضيفت بعد الكشف',
  'board.card.proxy': 'أدخلها الميسّر',
  'board.card.edit': 'تحرير',
  'board.card.editor': 'تحرير البطاقة',
  'board.card.titleLabel': 'العنوان',
  'board.card.titlePlaceholder': 'الفكرة في سطر واحد',
  'board.card.bodyLabel': 'النص (اختياري)',
  'board.card.bodyPlaceholder': 'لماذا وكيف ومن',
  'board.card.done': 'تم',
  'board.card.more': 'المزيد لهذه البطاقة',
  'board.card.takeOut': 'إخراج من التجمّع',
  'board.card.gone': 'لم تعد هذه البطاقة موجودة.',
  'board.card.binned': 'وُضعت هذه البطاقة في سلة المحذوفات.',
  'board.card.full': 'تتسع البطاقة لعدد {count, number} من الأحرف.',
  'board.card.withdraw': 'سحب بطاقتي',
  'board.card.withdrawHint': 'تزول نهائيًا للجميع',
  'board.card.withdrawBody': 'تُزال بطاقتك من اللوحة ومن سلة المحذوفات ومن كل السجلات، للجميع، ولا يمكن استرجاعها.',
  'board.card.withdrawConfirm': 'سحب نهائي',

  'board.mark.tools': 'التنسيق',
  'board.mark.bold': 'غامق',
  'board.mark.italic': 'مائل',
  'board.mark.bulletList': 'قائمة',
  'board.mark.orderedList': 'قائمة مرقّمة',
  'board.mark.link': 'رابط',
  'board.mark.address': 'عنوان الرابط',
  'board.mark.setLink': 'تثبيت الرابط',

  'board.cluster.kind': 'تجمّع:',
  'board.cluster.count':
    '{count, plural, zero {لا بطاقات} one {بطاقة واحدة} two {بطاقتان} few {# بطاقات} many {# بطاقة} other {# بطاقة}}',
  'board.cluster.untitled': 'تجمّع دون عنوان',
  'board.cluster.title': 'عنوان التجمّع',
  'board.cluster.titlePlaceholder': 'ما الذي يجمع بينها؟',
  'board.cluster.empty': 'تُسحب البطاقات إلى هنا، أو تُنقل بالأمر «نقل إلى تجمّع…».',

  'board.selection': 'البطاقات المحددة',
  'board.selection.count':
    '{count, plural, zero {لا بطاقات} one {بطاقة واحدة} two {بطاقتان} few {# بطاقات} many {# بطاقة} other {# بطاقة}}',
  'board.selection.group': 'تجميع',
  'board.selection.moveToCluster': 'نقل إلى تجمّع…',
  'board.selection.bin': 'وضع في سلة المحذوفات',
  'board.selection.more': 'المزيد لهذه البطاقات',
  'board.selection.clear': 'إلغاء التحديد',

  'board.said.grouped':
    '{count, plural, zero {تجمّع جديد} one {جُمّعت بطاقة واحدة} two {جُمّعت بطاقتان} few {جُمّعت # بطاقات} many {جُمّعت # بطاقة} other {جُمّعت # بطاقة}}',
  'board.said.moved':
    '{count, plural, zero {لم تُنقل أي بطاقة} one {نُقلت بطاقة واحدة} two {نُقلت بطاقتان} few {نُقلت # بطاقات} many {نُقلت # بطاقة} other {نُقلت # بطاقة}} إلى {cluster}',
  'board.said.unclustered':
    '{count, plural, zero {لم تُخرج أي بطاقة} one {أُخرجت بطاقة واحدة} two {أُخرجت بطاقتان} few {أُخرجت # بطاقات} many {أُخرجت # بطاقة} other {أُخرجت # بطاقة}} من التجمّع',
  'board.said.dissolved': 'حُلّ التجمّع «{cluster}»، وبقيت بطاقاته.',
  'board.said.merged': 'دُمج التجمّع «{cluster}» في «{into}».',
  'board.said.binned':
    '{count, plural, zero {لم توضع أي بطاقة} one {وُضعت بطاقة واحدة} two {وُضعت بطاقتان} few {وُضعت # بطاقات} many {وُضعت # بطاقة} other {وُضعت # بطاقة}} في سلة المحذوفات.',
  'board.said.restored':
    '{count, plural, zero {لم تُعَد أي بطاقة} one {أُعيدت بطاقة واحدة} two {أُعيدت بطاقتان} few {أُعيدت # بطاقات} many {أُعيدت # بطاقة} other {أُعيدت # بطاقة}} إلى اللوحة',
  'board.said.selected':
    '{count, plural, zero {لا شيء محدد} one {بطاقة واحدة محددة} two {بطاقتان محددتان} few {# بطاقات محددة} many {# بطاقة محددة} other {# بطاقة محددة}}',
  'board.said.moving':
    'نقل {count, plural, zero {لا بطاقات} one {بطاقة واحدة} two {بطاقتين} few {# بطاقات} many {# بطاقة} other {# بطاقة}}: مفاتيح الأسهم للتحريك، وEnter للتثبيت، وEscape للإعادة.',
  'board.said.placed': 'ثُبّتت',
  'board.said.putBack': 'أُعيدت',
  'board.said.undone': 'تم التراجع',
  'board.said.redone': 'تمت الإعادة',
  'board.said.nothing-undone': 'لا شيء للتراجع عنه',
  'board.said.nothing-redone': 'لا شيء لإعادته',
  'board.said.stale': 'عدّله شخص آخر بعد ذلك، فيبقى كما هو.',
  'board.said.withdrawn': 'سُحبت بطاقتك.',
  'board.said.gone': 'أُزيلت البطاقة التي كان التركيز عليها، وانتقل إلى جارتها.',

  'document.saved.saved': 'محفوظ',
  'document.saved.saving': 'جارٍ الحفظ',
  'document.saved.connecting': 'جارٍ الاتصال',
  'document.saved.offline':
    '{changes, plural, zero {دون اتصال. ما يُكتب محفوظ على هذا الجهاز} one {دون اتصال، تغيير واحد محفوظ على هذا الجهاز} two {دون اتصال، تغييران محفوظان على هذا الجهاز} few {دون اتصال، # تغييرات محفوظة على هذا الجهاز} many {دون اتصال، # تغييرًا محفوظًا على هذا الجهاز} other {دون اتصال، # تغيير محفوظ على هذا الجهاز}}',
  'document.saved.offline.window':
    '{changes, plural, zero {دون اتصال. ما يُكتب محفوظ في هذه النافذة} one {دون اتصال، تغيير واحد محفوظ في هذه النافذة} two {دون اتصال، تغييران محفوظان في هذه النافذة} few {دون اتصال، # تغييرات محفوظة في هذه النافذة} many {دون اتصال، # تغييرًا محفوظًا في هذه النافذة} other {دون اتصال، # تغيير محفوظ في هذه النافذة}}',
  'document.saved.refused': 'لم يُقبل، ونصّك محفوظ هنا',
};
