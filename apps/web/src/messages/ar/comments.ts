import type { comments as en } from '../en/comments.ts';

export const comments: Record<keyof typeof en, string> = {
  'group.panel.comments': 'التعليقات',
  'comments.label': 'التعليقات',
  'comments.new': 'تعليقك',
  'comments.add': 'تعليق',
  'comments.none': 'لم يُقل شيء بعد',
  'comments.noneHere': 'لا تعليقات هنا بعد',
  'comments.howTo': 'يُختار «التعليقات» بعد تحديد بطاقة، للسؤال أو الإضافة أو الاعتراض. أما البطاقة نفسها فلا تتغير.',
  'comments.all': 'جميع التعليقات',
  'comments.show': 'عرض على اللوحة',
  'comments.gone': 'لم يعد على اللوحة',
  'comments.thread': 'نقاش',
  'comments.settled': 'حُسم',
  'comments.settle': 'حسم النقاش',
  'comments.reopen': 'إعادة الفتح',
  'comments.reply': 'ردّ',
  'comments.replies': '{count, plural, zero {لا ردود} one {ردّ واحد} two {ردّان} few {# ردود} many {# ردًّا} other {# ردّ}}',
  'comments.takeBack': 'سحب',
  'comments.withdrawn': 'سحبه كاتبه.',
  'comments.tooLong': 'الحد الأقصى {limit, number} حرف.',
  'comments.count':
    '{count, plural, zero {لا تعليقات} one {تعليق واحد} two {تعليقان} few {# تعليقات} many {# تعليقًا} other {# تعليق}}',
  'comments.open': 'التعليقات',
  'comments.openCount': 'التعليقات ({count, number})',
  'similar.mark': 'وسمها متشابهة',
  'similar.unmark': 'إزالة وسم التشابه',
  'similar.count':
    '{count, plural, zero {لا تشبه بطاقة أخرى} one {تشبه بطاقة أخرى} two {تشبه بطاقتين أخريين} few {تشبه # بطاقات أخرى} many {تشبه # بطاقة أخرى} other {تشبه # بطاقة أخرى}}',
  'similar.said':
    '{pairs, plural, =0 {كانت موسومة من قبل.} zero {كانت موسومة من قبل.} one {وُسمت متشابهة.} two {وُسمت كلها متشابهة.} few {وُسمت كلها متشابهة.} many {وُسمت كلها متشابهة.} other {وُسمت كلها متشابهة.}}',
  'similar.unsaid': 'أُزيلت الوسوم.',
  'coverage.opened':
    'اطُّلع على {opened, number} من {cards, plural, zero {# بطاقة} one {بطاقة واحدة} two {بطاقتين} few {# بطاقات} many {# بطاقة} other {# بطاقة}}',
  'coverage.title': 'ما اطَّلعت عليه المجموعة',
  'coverage.lookedAt': 'اطُّلع عليها',
  'coverage.discussed': 'عُلِّق عليها',
  'coverage.of': '{count, number} من {of, number}',
  'coverage.how':
    'يُحسب مرة كل دقيقة، ابتداءً من ثلاثة قرّاء، ولا يُحسب أحد باسمه. ولا يدخل الميسّرون في الحساب. وتُحسب البطاقة إذا بقيت ظاهرة مدة تكفي لقراءتها.',
  'coverage.untouched':
    '{count, plural, zero {لا بطاقة لم يطَّلع عليها أحد} one {بطاقة واحدة لم يطَّلع عليها أحد} two {بطاقتان لم يطَّلع عليهما أحد} few {# بطاقات لم يطَّلع عليها أحد} many {# بطاقة لم يطَّلع عليها أحد} other {# بطاقة لم يطَّلع عليها أحد}}',
  'coverage.none': 'اطُّلع على جميع البطاقات.',
};
