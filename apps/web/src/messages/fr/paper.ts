import type { paper as en } from '../en/paper.ts';

export const paper: Record<keyof typeof en, string> = {
  'paper.title': 'Document d’options',
  'paper.open': 'Document d’options',
  'paper.body':
    'Chaque option selon l’accord des deux côtés, avec ses résultats, réserves, signatures et origine ; ce qui n’a pas été poursuivi ; le registre et une note de méthode. Le document est provisoire jusqu’au sceau.',
  'paper.rule':
    'Sous la règle de Chatham House, personne n’y est nommé, et parmi les délégations seulement celles qui ont signé.',
  'paper.format': 'Format',
  'paper.format.docx': 'Word',
  'paper.format.docx.hint': 'Pour modifier et imprimer',
  'paper.format.pdf': 'PDF',
  'paper.format.pdf.hint': 'Pour envoyer et conserver : les pages telles quelles',
  'paper.format.pptx': 'PowerPoint',
  'paper.format.pptx.hint': 'Pour projeter : une diapositive par option',
  'paper.format.md': 'Markdown',
  'paper.format.md.hint': 'Pour le courriel et les notes',
  'paper.format.csv': 'CSV',
  'paper.format.csv.hint': 'Pour un tableur : tout, un fait par ligne',
  'paper.format.register': 'CSV : le registre',
  'paper.format.register.hint': 'Pour un tableur, une option par ligne',
  'paper.format.json': 'JSON',
  'paper.format.json.hint': 'Pour d’autres programmes',
  'paper.language': 'Langue du document',
  'paper.download': 'Télécharger le document',
  'paper.saved': 'Téléchargé : {file}',
  'paper.preview': 'Tel qu’imprimé',
  'paper.preview.show': 'Afficher les pages',
  'paper.preview.again': 'Actualiser',
  'paper.preview.before': 'Pages précédentes',
  'paper.preview.after': 'Pages suivantes',
  'paper.preview.shown': 'Pages {from, number} à {to, number} sur {count, number}',
  'paper.preview.page': 'Page {page, number} sur {count, number} du document imprimé',
  'paper.seal': 'Sceau',
  'paper.seal.intro':
    'Le sceau termine le symposium : chaque rapport, le registre et le document d’options sont écrits une fois et conservés, avec un manifeste par lequel toute copie pourra être vérifiée.',
  'paper.seal.obstacles': 'Ce qui s’y oppose encore',
  'paper.seal.obstacle.group-open': 'est encore ouvert',
  'paper.seal.obstacle.group-closing': 'est en cours de clôture',
  'paper.seal.obstacle.plenary-open': 'La plénière est encore ouverte',
  'paper.seal.obstacle.nothing-to-seal': 'Il n’y a pas encore de groupes',
  'paper.seal.ready':
    'Tout est clos. {count, plural, one {# fichier sera écrit} many {# fichiers seront écrits} other {# fichiers seront écrits}}.',
  'paper.seal.open': 'Sceller le symposium…',
  'paper.seal.look': 'Vérifier à nouveau',
  'paper.seal.title': 'Sceller le symposium définitivement ?',
  'paper.seal.body': 'C’est le dernier acte d’un symposium. À partir de cet instant :',
  'paper.seal.point.still':
    'Aucun groupe ni la plénière ne rouvre ; options, réglages et participants ne changent plus.',
  'paper.seal.point.files':
    'Chaque rapport, le registre et le document d’options sont écrits dans les langues du symposium et conservés.',
  'paper.seal.point.final':
    'Une fois les fichiers écrits, le sceau ne peut plus être levé. Tout reste téléchargeable, et le symposium peut être supprimé.',
  'paper.seal.nothingPlaced':
    'La plénière n’a retenu aucune option dans le document. Il contiendra toutes celles du registre qui n’ont pas été fusionnées.',
  'paper.seal.close':
    '{groups, plural, =0 {Clore la plénière} one {Clore # groupe ouvert{plenary, select, yes { et la plénière} other {}}} many {Clore # groupes ouverts{plenary, select, yes { et la plénière} other {}}} other {Clore # groupes ouverts{plenary, select, yes { et la plénière} other {}}}}',
  'paper.seal.closeHint':
    'Ce qui relie les cartes aux personnes est détruit, comme promis à chaque groupe. Les scrutins ouverts doivent être clos à la main.',
  'paper.seal.type': 'Pour confirmer, saisissez : {title}',
  'paper.seal.confirm': 'Sceller définitivement',
  'paper.seal.writing': 'Écriture des fichiers : {written, number} sur {files, number}',
  'paper.seal.writingBody':
    'L’écriture se poursuit si vous quittez la page, et après un redémarrage du serveur. Rien du symposium ne change entre-temps.',
  'paper.seal.failed':
    'Un fichier n’a pas pu être écrit. Ce qui est écrit est conservé ; le journal du serveur en donne la raison.',
  'paper.seal.again': 'Reprendre l’écriture',
  'paper.seal.giveUp': 'Renoncer au sceau',
  'paper.sealed': 'Scellé',
  'paper.sealedBody':
    '{count, plural, one {# fichier est conservé} many {# fichiers sont conservés} other {# fichiers sont conservés}}. Scellé le {at}.',
  'paper.sealed.archive': 'Tout télécharger',
  'paper.sealed.manifest': 'Manifeste',
  'paper.sealed.fingerprint': 'Empreinte du manifeste (SHA-256), à noter ou à lire à voix haute :',
  'paper.sealed.contents': 'Ce qui a été scellé',
  'paper.sealed.folder': '{folder} : {count, plural, one {# fichier} many {# fichiers} other {# fichiers}}',
  'paper.sealed.folder.options-paper': 'Document d’options',
  'paper.sealed.folder.register': 'Registre',
  'paper.sealed.folder.group': '{code} {name}',
  'paper.sealed.file': 'Télécharger {file}',
  'paper.sealed.purges': 'Ce qui a été détruit',
  'paper.sealed.purgesBody': 'Compté à la clôture des groupes et de la plénière. Personne ne sait plus à qui c’était.',
  'paper.sealed.noPurges': 'Rien.',
  'paper.sealed.plenary': 'Plénière',
  'paper.sealed.purge.authorship':
    '{count, plural, one {# lien entre une carte et son auteur} many {# liens entre des cartes et leurs auteurs} other {# liens entre des cartes et leurs auteurs}}, {on}',
  'paper.sealed.purge.drafts':
    '{count, plural, one {# carte privée} many {# cartes privées} other {# cartes privées}}, {on}',
  'paper.sealed.purge.answers':
    '{count, plural, one {# réponse à un texte} many {# réponses à des textes} other {# réponses à des textes}}, {on}',
  'paper.verify': 'Vérifier un fichier',
  'paper.verify.body':
    'Une copie est-elle celle qui a été scellée ? Le fichier reste sur cet appareil ; seule son empreinte est comparée.',
  'paper.verify.drop': 'Déposez un fichier ici',
  'paper.verify.choose': 'Choisir un fichier…',
  'paper.verify.known': '{file} a été scellé',
  'paper.verify.path': 'À l’octet près, le fichier',
  'paper.verify.unknown': '{file} n’est pas dans le manifeste',
  'paper.verify.unknownBody': 'Il a été modifié, écrit à un autre moment, ou jamais scellé.',
};
