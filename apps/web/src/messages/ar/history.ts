import type { history as en } from '../en/history.ts';

export const history: Record<keyof typeof en, string> = {
  'lead.menu.history': 'اللوحات السابقة',
  'history.title': 'اللوحات السابقة',
  'history.intro': 'تُحفظ نسخة من اللوحة عند بداية كل مرحلة وكل بضع دقائق من العمل. ولا يراها إلا من يدير المجموعة.',
  'history.none': 'لم تُحفظ أي نسخة بعد. تُحفظ أول نسخة عند بداية المرحلة التالية.',
  'history.list': 'النسخ المحفوظة، الأحدث أولًا',
  'history.reason.phase': 'بداية مرحلة {phase}',
  'history.reason.activity': 'أثناء مرحلة {phase}',
  'history.reason.restore': 'قبل استعادة، في مرحلة {phase}',
  'history.cards':
    '{cards, plural, zero {لا بطاقات} one {بطاقة واحدة} two {بطاقتان} few {# بطاقات} many {# بطاقة} other {# بطاقة}}',
  'history.at': '{at, time, short}',
  'history.back': 'العودة إلى القائمة',
  'history.look.only': 'للاطلاع فقط. لا تظهر البطاقات الموجودة في سلة المحذوفات.',
  'history.uncategorised': 'خارج أي تجمّع',
  'history.empty': 'كانت اللوحة فارغة.',
  'history.restore': 'استعادة هذه اللوحة',
  'history.restore.title': 'هل تعود اللوحة إلى ما كانت عليه؟',
  'history.restore.all': 'يتغير ذلك للجميع دفعة واحدة: النصوص والمواضع والتجمّعات.',
  'history.restore.later': 'تنتقل البطاقات المكتوبة بعد ذلك إلى سلة المحذوفات، ويمكن للجميع إخراجها منها.',
  'history.restore.withdrawn': 'لا تعود البطاقات المسحوبة.',
  'history.restore.kept': 'تُحفظ اللوحة بحالتها الراهنة أولًا، ويمكن استعادتها بالطريقة نفسها.',
  'history.restore.confirm': 'استعادة',
  'history.restored':
    '{cards, plural, zero {عادت اللوحة فارغة كما كانت.} one {عادت بطاقة واحدة كما كانت.} two {عادت بطاقتان كما كانتا.} few {عادت # بطاقات كما كانت.} many {عادت # بطاقة كما كانت.} other {عادت # بطاقة كما كانت.}} واللوحة السابقة محفوظة.',
};
