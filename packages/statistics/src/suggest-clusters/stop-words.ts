import { foldText } from '@rapport/domain/fold-text';

/** Languages whose small words are known. Every other text is read by its words and character sequences alone. */
export type KnownLanguage = 'en' | 'fr' | 'de' | 'ar' | 'zh' | 'ja';

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(foldText));

/**
 * Words that say how a sentence is built and not what it is about, folded. Written for this product from the closed
 * word classes (articles, pronouns, prepositions, conjunctions, auxiliaries, question words) and the fillers of
 * requests and proposals.
 */
export const STOP_WORDS: Readonly<Record<KnownLanguage, ReadonlySet<string>>> = {
  en: list(`
    a about above after again against all almost also although always am among an and another any anybody anyone
    anything are aren around as at away back be because been before being below between both but by can cannot could
    couldn did didn do does doesn doing don done down during each either else even ever every everybody everyone
    everything few for from further get gets getting go goes going gonna got had hadn has hasn have haven having he
    hello help her here hers herself hey hi him himself his how however i if im in instead into is isn it its itself
    ive just know less let lets like ll lot made make makes making many may maybe me might mine more most much must
    mustn my myself need needed needs neither never no nobody none nor not nothing now of off often on once one only
    onto or other others ought our ours ourselves out over own per perhaps please put quite rather re really s same say
    says see seem seems several shall she should shouldn since so some somebody someone something sometimes still such
    sure t take tell than thank thanks that the their theirs them themselves then there these they thing things think
    this those though through thus till to too toward towards under until up upon us use used using ve very via want
    wanted wants was wasn way we well went were weren what whatever when where whether which while who whoever whom
    whose why will with within without won would wouldn yes yet you your yours yourself yourselves
  `),
  fr: list(`
    a afin ai ainsi alors après as au aucun aucune aussi autour autre autres aux avaient avais avait avant avec avez
    avoir avons beaucoup bien c ça car ce ceci cela celle celles celui cependant ces cet cette ceux chacun chacune
    chaque chez comme comment contre d dans de déjà depuis derrière des dès devant devrait devraient devons doit
    doivent donc dont du durant elle elles en encore enfin entre es est et étaient étais était été êtes être eu eux
    fait faire faut fois font hors il ils j je jusqu jusque l la là laquelle le lequel les lesquels leur leurs lors
    lorsqu lorsque lui m ma mais même mêmes merci mes moi moins mon n ne ni nos notre nous on ont ou où par parce
    parmi pas pendant peu peut peuvent plus plusieurs plutôt pour pourquoi pourrait pourraient pouvoir près presque
    puis puisque qu quand que quel quelle quelles quelque quelques quels qui quoi rien s sa sans sauf se sera seraient
    serait seront ses seulement si sien soi soient sois soit sommes son sont sous souvent suis sur t ta tandis tant te
    tel telle telles tels tes toi ton toujours tous tout toute toutes très trop tu un une vers veut voici voilà vos
    votre vous vouloir y
  `),
  de: list(`
    aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus außer
    bei beim bereits bevor bin bis bist bitte da dabei dadurch dafür dagegen daher damit danach dann daran darauf daraus
    darf darin darüber darum das dass davon davor dazu dein deine deinem deinen deiner dem den denen denn der deren des
    deshalb dessen die dies diese diesem diesen dieser dieses doch dort du durch dürfen ebenso ein eine einem einen
    einer eines einfach erst einige einigen einmal er es etwa etwas euch euer eure für ganz gar gegen geht gibt habe haben
    hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in indem ins ist ja jede
    jedem jeden jeder jedes jedoch jemand jene jetzt kann kein keine keinem keinen keiner können könnte könnten machen
    man manche mehr mein meine meinem meinen meiner mich mir mit möchte möglich muss müssen müsste müssten nach
    nachdem neben nein nicht nichts nie niemand noch nun nur ob oder oft ohne schon sehr sein seine seinem seinen
    seiner seit selbst sich sie sind so sobald solche sollen sollte sollten soll somit sondern sonst soviel sowie
    statt trotz über um und uns unser unsere unserem unseren unserer unter usw viel viele vielen vom von vor wann war
    waren warum was weder wegen weil weiter welche welchem welchen welcher welches wenig weniger wenn wer werde werden
    wie wieder will wir wird wo wohl wollen worden wurde wurden würde würden zu zum zur zwar zwischen
  `),
  ar: list(`
    في من الى إلى على عن مع هذا هذه ذلك تلك هؤلاء التي الذي الذين اللواتي ما ماذا لماذا متى اين أين كيف كم هل لا لم لن
    ليس ليست ان أن إن أنا انا انت أنت نحن هو هي هم هن كان كانت كانوا يكون تكون قد كل بعض جميع غير سوى بين بعد قبل عند
    لدى منذ حتى او أو ثم أم ام بل لكن لكي كي حيث اذا إذا لو كما مثل ايضا أيضا فقط جدا اكثر أكثر اقل أقل اي أي أية كلا
    هناك هنا له لها لهم لنا به بها بهم فيه فيها منه منها عليه عليها اليه إليه اليها وفي ومن وعلى والى وهو وهي ولا
    وما وان يجب ينبغي يمكن نحو ضد خلال حول دون تحت فوق
  `),
  zh: list(`
    的 地 得 了 着 著 过 過 在 是 有 和 与 與 及 或 而 但 但是 也 都 就 还 還 要 会 會 能 可 可以 可能 应 應 应该 應該 需要 必须
    必須 不 没 沒 没有 沒有 很 更 最 太 再 又 才 只 被 把 让 讓 给 給 对 對 对于 對於 从 從 到 向 以 为 為 为了 為了 因为 因為 所以
    如果 若 则 則 虽然 雖然 这 這 那 这个 這個 那个 那個 这些 這些 那些 之 其 此 该 該 各 每 一 一个 一個 一些 我 我们 我們 你
    你们 你們 您 他 她 它 他们 他們 自己 大家 人 什么 什麼 怎么 怎麼 如何 谁 誰 哪 吗 嗎 呢 吧 啊 个 個 上 下 中 里 裡 内 內 外 时
    時 後 后 前 觉得 覺得 认为 認為 希望 想 我有 我是 我认为 我認為 至少 已经 已經 并 並 且 并且 並且 或者 以及 等 用 由 于 於
  `),
  ja: list(`
    の に は を が と で も へ や から まで より など ので のに けど けれど し て た だ です ます ました ない なく ある あり いる いて
    する して した され れる られる なる なり こと もの ため よう これ それ あれ この その あの ここ そこ どこ 何 誰 私 私たち 我々
    とき 時 べき また そして しかし でも だから ば たい 思う 思い 考える できる でき 的 化
  `),
};
