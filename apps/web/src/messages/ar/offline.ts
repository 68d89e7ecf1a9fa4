import type { offline as en } from '../en/offline.ts';

export const offline: Record<keyof typeof en, string> = {
  'offline.shell.kept': 'يمكن إعادة تحميل الصفحة.',
  'offline.shell.insecure':
    'يُرجى عدم إعادة تحميل الصفحة: عبر http غير المؤمَّن لا يستطيع المتصفح حفظ التطبيق نفسه، بل ما كُتب فقط.',
  'offline.shell.unavailable': 'يُرجى عدم إعادة تحميل الصفحة: هذا المتصفح لا يحفظ التطبيق نفسه.',
  'offline.insecure': 'عبر http غير المؤمَّن يعمل كل شيء، غير أن هذه الصفحة لا يمكن فتحها من جديد دون شبكة.',
  'offline.update': 'نسخة جديدة جاهزة. يمكن إعادة التحميل في الوقت المناسب، ولن يضيع شيء مما كُتب.',
  'offline.update.take': 'إعادة التحميل الآن',
};
