import type { leading as en } from '../en/leading.ts';

export const leading: Record<keyof typeof en, string> = {
  'board.author.by': 'بقلم',
  'board.lookHere': 'لفت الانتباه إلى هنا',
  'board.sign': 'هذه البطاقة لي…',
  'board.sign.hint': 'يضع اسمك على هذه البطاقة',
  'board.sign.title': 'هل يوضع اسمك على هذه البطاقة؟',
  'board.sign.confirm': 'هذه البطاقة لي',
  'board.sign.who': 'سيرى اسمك ووفدك عليها جميع أعضاء هذه المجموعة ومن يديرها والجهة المنظِّمة.',
  'board.sign.files': 'يقتصر ذلك على هذه البطاقة، ولا يرد اسمك بسببه في أي ملف مصدَّر.',
  'board.sign.untilClose': 'عند إغلاق الجلسة يُزال الاسم مع كل ما يدل على من كتب ماذا.',
  'board.sign.final': 'لا رجوع عن ذلك: ربما قرأه آخرون.',
  'board.said.signed': 'وُضع اسمك على البطاقة.',
  'board.said.pointed': 'دُعي الجميع إلى النظر هناك.',

  'notice.label': 'رسالة إلى المجموعة',
  'notice.from.organiser': 'من الجهة المنظِّمة:',
  'notice.from.leader': 'من الميسّر:',
  'notice.attribution.more': 'أصبح من الممكن معرفة المزيد عمّن كتب البطاقة.',
  'notice.attribution.less': 'أصبح المعروف عمّن كتب البطاقة أقل.',
  'notice.attribution.more.scope': 'يسري ذلك على ما يُكتب من الآن فصاعدًا. ويبقى ما سبق على الوعد الذي كُتب في ظله.',
  'notice.attribution.less.scope': 'يسري ذلك على كل شيء، بما فيه ما سبق.',
  'notice.aside': 'تنحية',
  'spotlight.offer': 'يدعوك الميسّر إلى النظر في «{title}».',
  'spotlight.yours': 'أنت تدعو الجميع إلى النظر في «{title}».',
  'spotlight.go': 'الانتقال إليها',
  'spotlight.decline': 'ليس الآن',
  'spotlight.end': 'إنهاء الإشارة',
  'help.open.button': 'استدعاء الجهة المنظِّمة…',
  'help.title': 'هل تُستدعى الجهة المنظِّمة؟',
  'help.confirm': 'استدعاء',
  'help.who': 'ترى الجهة المنظِّمة أن مجموعتك تحتاج إليها، وترى مع من يدير المجموعة ما يُكتب هنا، دون اسمك.',
  'help.text': 'ما المطلوب (يمكن تركه فارغًا)',
  'help.called': 'استُدعيت الجهة المنظِّمة.',
  'help.open':
    '{count, plural, zero {لم تُستدعَ الجهة المنظِّمة.} one {استُدعيت الجهة المنظِّمة.} two {استُدعيت الجهة المنظِّمة مرتين.} few {استُدعيت الجهة المنظِّمة # مرات.} many {استُدعيت الجهة المنظِّمة # مرة.} other {استُدعيت الجهة المنظِّمة # مرة.}}',
  'help.settled': 'سُوّي الأمر',

  'announce.text': 'الإشعار',
  'announce.send': 'إرسال',
  'lead.menu.announce': 'رسالة إلى الجميع…',
  'lead.menu.roles': 'الأدوار والميسّرون المشاركون…',
  'lead.menu.attribution': 'ما يظهر مع البطاقة عن كاتبها…',
  'lead.announce.title': 'رسالة إلى الجميع',
  'lead.announce.body': 'تبقى على جميع شاشات هذه المجموعة إلى أن تُنحّى، وتتلوها قارئات الشاشة.',
  'lead.attribution.title': 'ما يظهر مع البطاقة عن كاتبها',
  'lead.attribution.which': 'ما يجوز معرفته عمّن كتب البطاقة',
  'lead.attribution.confirm': 'تغييره لهذه المجموعة',
  'lead.attribution.less': 'إفصاح أقل: يسري فورًا على كل ما هو موجود. وتحتفظ البطاقات الموقَّعة بأسمائها.',
  'lead.attribution.more':
    'إفصاح أكثر: يسري على ما يُكتب من الآن فصاعدًا. وتبقى البطاقات والمسودات القائمة نهائيًا على الوعد الذي كُتبت في ظله.',
  'lead.attribution.sealed':
    'تُمحى نهائيًا هوية من كتب البطاقات المكشوف عنها، فلا يمكن لأحد سحبها أو توقيعها بعد ذلك، وتُزال التوقيعات.',
  'lead.attribution.told': 'يُبلَّغ جميع أعضاء المجموعة بذلك.',
  'lead.roles.title': 'الأدوار في هذه المجموعة',
  'lead.roles.body': 'للميسّرين المشاركين صلاحيات الميسّر كاملة، ويمكنهم تولي المهمة عند غيابه. ويسري التغيير فورًا.',
  'lead.roles.organiser': 'يسري التغيير فورًا. للمجموعة ميسّر واحد ومقرِّر واحد: ومن كان يتولى الدور قبل ذلك يتخلى عنه.',
  'lead.roles.of': 'دور {name}',

  'organise.template.title': 'مراحل الجلسة',
  'organise.template.default': 'من الأفكار إلى النص',
  'organise.template.short': 'خمس وأربعون دقيقة',
  'organise.template.ideas': 'أفكار فقط دون اقتراع',
  'organise.template.given': 'تقييم قائمة معطاة',
  'organise.template.own': 'مراحل خاصة',
  'organise.template.sum':
    '{steps, plural, zero {لا مراحل} one {مرحلة واحدة} two {مرحلتان} few {# مراحل} many {# مرحلة} other {# مرحلة}}، والمدة الإجمالية {minutes, plural, zero {صفر دقيقة} one {دقيقة واحدة} two {دقيقتان} few {# دقائق} many {# دقيقة} other {# دقيقة}}',
  'organise.template.edit': 'عرض المراحل وتعديلها',
  'organise.template.kind': 'المرحلة {number, number}',
  'organise.template.minutes': 'دقائق المرحلة {number, number}',
  'organise.template.minutesShort': 'د',
  'organise.template.up': 'تقديم المرحلة {number, number}',
  'organise.template.down': 'تأخير المرحلة {number, number}',
  'organise.template.remove': 'حذف المرحلة {number, number}',
  'organise.template.add': 'إضافة مرحلة',
  'organise.template.wrong': 'تستغرق كل مرحلة من 1 إلى 600 دقيقة.',

  'organise.live.announce': 'رسالة إلى جميع المجموعات…',
  'organise.live.announce.title': 'رسالة إلى جميع المجموعات',
  'organise.live.announce.body': 'تبقى على شاشات كل مجموعة غير مغلقة في هذه الندوة إلى أن تُنحّى.',
  'organise.live.announced':
    '{groups, plural, zero {لم تُبلَّغ أي مجموعة.} one {أُبلغت مجموعة واحدة.} two {أُبلغت مجموعتان.} few {أُبلغت # مجموعات.} many {أُبلغت # مجموعة.} other {أُبلغت # مجموعة.}}',
  'organise.live.extend':
    '{minutes, plural, zero {دون وقت إضافي} one {دقيقة إضافية للجميع} two {دقيقتان إضافيتان للجميع} few {# دقائق إضافية للجميع} many {# دقيقة إضافية للجميع} other {# دقيقة إضافية للجميع}}',
  'organise.live.extended':
    '{groups, plural, zero {لم يتغير أي مؤقِّت.} one {تغيّر مؤقِّت واحد.} two {تغيّر مؤقِّتان.} few {تغيّرت # مؤقِّتات.} many {تغيّر # مؤقِّتًا.} other {تغيّر # مؤقِّت.}}',
  'organise.live.all': 'جميع مجموعات هذه الجولة',
  'organise.moveAll.open': 'نقل جميع المجموعات…',
  'organise.moveAll.title': 'هل تُنقل جميع مجموعات هذه الجولة؟',
  'organise.moveAll.to': 'نقلها إلى مرحلة',
  'organise.moveAll.confirm':
    '{groups, plural, zero {لا مجموعة للنقل} one {نقل مجموعة واحدة إلى مرحلة {phase}} two {نقل مجموعتين إلى مرحلة {phase}} few {نقل # مجموعات إلى مرحلة {phase}} many {نقل # مجموعة إلى مرحلة {phase}} other {نقل # مجموعة إلى مرحلة {phase}}}',
  'organise.moveAll.moves':
    '{groups, plural, zero {لا تتقدم أي مجموعة.} one {تتقدم مجموعة واحدة.} two {تتقدم مجموعتان.} few {تتقدم # مجموعات.} many {تتقدم # مجموعة.} other {تتقدم # مجموعة.}}',
  'organise.moveAll.back':
    '{groups, plural, zero {لا تعود أي مجموعة إلى الوراء.} one {تعود مجموعة واحدة إلى الوراء:} two {تعود مجموعتان إلى الوراء:} few {تعود # مجموعات إلى الوراء:} many {تعود # مجموعة إلى الوراء:} other {تعود # مجموعة إلى الوراء:}}',
  'organise.moveAll.there':
    '{groups, plural, zero {لا توجد أي مجموعة في هذه المرحلة.} one {مجموعة واحدة في هذه المرحلة وتبقى فيها:} two {مجموعتان في هذه المرحلة وتبقيان فيها:} few {# مجموعات في هذه المرحلة وتبقى فيها:} many {# مجموعة في هذه المرحلة وتبقى فيها:} other {# مجموعة في هذه المرحلة وتبقى فيها:}}',
  'organise.moveAll.no-step':
    '{groups, plural, zero {لكل المجموعات هذه المرحلة.} one {مجموعة واحدة ليست لها هذه المرحلة وتبقى مكانها:} two {مجموعتان ليست لهما هذه المرحلة وتبقيان مكانهما:} few {# مجموعات ليست لها هذه المرحلة وتبقى مكانها:} many {# مجموعة ليست لها هذه المرحلة وتبقى مكانها:} other {# مجموعة ليست لها هذه المرحلة وتبقى مكانها:}}',
  'organise.moveAll.timers': 'تُضبط مؤقِّتاتها على المرحلة الجديدة وتنتظر تشغيلها، ويبقى ما هو مفتوح مفتوحًا.',
  'organise.moveAll.moved':
    '{groups, plural, zero {لم تُنقل أي مجموعة.} one {نُقلت مجموعة واحدة.} two {نُقلت مجموعتان.} few {نُقلت # مجموعات.} many {نُقلت # مجموعة.} other {نُقلت # مجموعة.}}',
  'organise.moveAll.refused': 'لم تُنقل، ويلزم النظر فيها واحدةً واحدة: {groups}.',
  'organise.why.help':
    '{count, plural, zero {لا تحتاج إلى مساعدة.} one {تحتاج إلى مساعدة.} two {تحتاج إلى مساعدة (نداءان).} few {تحتاج إلى مساعدة (# نداءات).} many {تحتاج إلى مساعدة (# نداءً).} other {تحتاج إلى مساعدة (# نداء).}}',
  'organise.why.helpText': 'تحتاج إلى مساعدة: {text}',
};
