import type { shell as en } from '../en/shell.ts';

export const shell: Record<keyof typeof en, string> = {
  'shell.phase.lobby': 'الاستقبال',
  'shell.phase.frame': 'السؤال',
  'shell.phase.write': 'الكتابة',
  'shell.phase.clarify': 'التوضيح',
  'shell.phase.cluster': 'التجميع',
  'shell.phase.draft': 'الصياغة',
  'shell.phase.shortlist': 'التصفية',
  'shell.phase.evaluate': 'التقييم',
  'shell.phase.discuss': 'النقاش',
  'shell.phase.revote': 'إعادة التصويت',
  'shell.phase.readback': 'التلاوة',
};
