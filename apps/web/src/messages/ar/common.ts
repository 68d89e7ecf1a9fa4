import type { common as en } from '../en/common.ts';

export const common: Record<keyof typeof en, string> = {
  'common.cancel': 'إلغاء',
  'common.done': 'تم',
  'common.close': 'إغلاق',
  'common.retry': 'إعادة المحاولة',
  'common.loading': 'جارٍ التحميل…',
  'common.notices': 'إشعارات',
  'common.marking': 'علامة التصنيف',
  'common.language': 'اللغة',
  'common.theme.light': 'المظهر الفاتح',
  'common.theme.dark': 'المظهر الداكن',
  'common.chathamHouse': 'قاعدة تشاتام هاوس',
  'common.reload': 'إعادة تحميل الصفحة',
  'common.broken.title': 'حدث خلل في هذه الصفحة',
  'common.broken.body':
    'ما ظهر أنه محفوظ فهو في أمان. تُرجى إعادة تحميل الصفحة للمتابعة، وإبلاغ الجهة المنظِّمة إن تكرّر الأمر.',
  'common.group': 'المجموعة {number, number}',
  'common.skip': 'الانتقال إلى المحتوى',

  'failure.unavailable': 'يتعذّر الوصول إلى الخادم حاليًا. يُرجى التحقق من الشبكة.',
  'failure.internal': 'حدث خلل في الخادم، وقد سُجّل.',
};
