import type { board as en } from '../en/board.ts';

export const board: Record<keyof typeof en, string> = {
  'board.region': 'اللوحة',
  'board.name': 'البطاقات على اللوحة',
  'board.keys':
    'مفاتيح الأسهم للتنقل بين البطاقات. Enter للتحرير، ومفتاح المسافة للتحديد، وM للنقل، وG للتجميع، وN لبطاقة جديدة، وDelete للوضع في سلة المحذوفات. وتعرض علامة الاستفهام جميع المفاتيح.',

  'board.empty.title': 'اللوحة فارغة',
  'board.empty.text': 'تُكتب أول بطاقة بالنقر المزدوج في أي مكان، أو بالضغط على N، أو من «+ بطاقة».',
  'board.empty.readOnly': 'لم يوضع عليها شيء بعد.',
  'board.empty.private': 'تُكتب البطاقات الآن كتابةً خاصة',
  'board.empty.privateText': 'تُكتب بطاقاتك في «بطاقاتي»، وتظهر جميع البطاقات هنا معًا عند الكشف.',

  'board.card.kind': 'بطاقة:',
  'board.card.inCluster': '، في التجمّع {cluster}',
  'board.card.untitled': 'بطاقة دون عنوان',
  'board.card.late': 'أُضيفت بعد الكشف',
  'board.card.proxy': 'أدخلها الميسّر',

  'board.cluster.kind': 'تجمّع:',
  'board.cluster.count':
    '{count, plural, zero {لا بطاقات} one {بطاقة واحدة} two {بطاقتان} few {# بطاقات} many {# بطاقة} other {# بطاقة}}',
  'board.cluster.untitled': 'تجمّع دون عنوان',
  'board.cluster.empty': 'تُسحب البطاقات إلى هنا، أو تُنقل بالأمر «نقل إلى تجمّع…».',

  'document.saved.saved': 'محفوظ',
  'document.saved.saving': 'جارٍ الحفظ',
  'document.saved.connecting': 'جارٍ الاتصال',
  'document.saved.offline':
    '{changes, plural, zero {دون اتصال. ما يُكتب محفوظ على هذا الجهاز} one {دون اتصال، تغيير واحد محفوظ على هذا الجهاز} two {دون اتصال، تغييران محفوظان على هذا الجهاز} few {دون اتصال، # تغييرات محفوظة على هذا الجهاز} many {دون اتصال، # تغييرًا محفوظًا على هذا الجهاز} other {دون اتصال، # تغيير محفوظ على هذا الجهاز}}',
  'document.saved.refused': 'لم يُقبل، ونصّك محفوظ هنا',
};
