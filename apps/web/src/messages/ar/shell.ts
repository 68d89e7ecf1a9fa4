import type { shell as en } from '../en/shell.ts';

export const shell: Record<keyof typeof en, string> = {
  'shell.attribution.named': 'يظهر اسمك ووفدك بجانب كل بطاقة تكتبها، لجميع أعضاء مجموعتك.',
  'shell.attribution.bloc':
    'تُظهر بطاقاتك كتلتك دون اسمك أو دولتك، وذلك فقط إذا ضمّت كل كتلة هنا خمسة أشخاص على الأقل. وقد تدلّ اللغة والأسلوب والتوقيت مع ذلك على من كتب النص.',
  'shell.attribution.non-attributed':
    'تظهر بطاقاتك دون اسم أو دولة. الخادم وحده يعرف من كتبها، لتتمكن من تعديل بطاقاتك وسحبها، ويمحو ذلك عند إغلاق المجموعة. وقد تدلّ اللغة والأسلوب والتوقيت مع ذلك على من كتب النص.',
  'shell.attribution.sealed':
    'تظهر بطاقاتك دون اسم أو دولة، ويمحو الخادم نفسه عند الكشف هوية من كتبها، فلا يمكن لأحد بعد ذلك سحب بطاقة. وقد تدلّ اللغة والأسلوب والتوقيت مع ذلك على من كتب النص.',
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
