import type { GroupRole } from '@rapport/domain/roles';

/** Texts and people of the demo symposium: all written for it, all invented. */

export const SYMPOSIUM = {
  title: 'Resilience Together – a demonstration',
  startsOn: '2026-02-14',
  languages: ['en', 'fr', 'ar'],
};

export const ROUND = {
  title: 'Before the crisis',
  question:
    'What should Allies and partners do together in the next two years so that a crisis finds our societies prepared?',
};

/** A card: title, and a sentence more where it needs one. */
export type DemoCard = readonly [title: string, body?: string];

/** Group 1 writes: each list is one person's private cards. The third of a list is still being written. */
export const DRAFTS: readonly (readonly DemoCard[])[] = [
  [
    [
      'A yearly blackout exercise for ministries, utilities and hospitals',
      'One scenario, run in the same week in every willing nation, with one shared list of lessons.',
    ],
    ['Map which services fail when mobile networks fail'],
    ['Spare transformers held in common'],
  ],
  [
    [
      'Publish the questions we use to assess our own preparedness',
      'Partners can then assess themselves with the same questions and compare only if they want to.',
    ],
    ['Liaison officers for civil preparedness, not only for defence'],
  ],
  [
    ['Un guichet unique pour les demandes d’aide civile', 'Une seule adresse, jour et nuit, dans les deux langues.'],
    ['Former ensemble les maires des villes portuaires'],
    ['Un lexique commun des niveaux d’alerte'],
  ],
  [
    ['Teach media literacy through public libraries', 'Libraries are trusted, local and already open in the evening.'],
    ['Share anonymised reports of hospital cyber incidents within 72 hours'],
    ['Pay for translation of warnings into minority languages'],
  ],
  [
    ['مركز إقليمي للتدريب على إدارة المياه في حالات الطوارئ', 'يجمع خبراء الحلفاء والشركاء في تمرين واحد كل سنة.'],
    ['تبادل خرائط مخاطر الفيضانات بين الدول المتجاورة'],
  ],
  [
    [
      'Agree in advance how civilian trucks cross borders in an emergency',
      'Customs, insurance and driving hours are where convoys stop today.',
    ],
    ['Reserve seats for partners on logistics planning courses'],
    ['Test it with empty trucks first'],
  ],
  [
    ['Invite reservists with civilian skills to exchange postings'],
    [
      'A small fund that pays only for travel of young professionals',
      'The obstacle is rarely the fee; it is the ticket.',
    ],
  ],
];

/** Group 2 clusters: titles of clusters with the cards they hold; the last list lies loose on the board. */
export const CLUSTERED: readonly { title: string | null; cards: readonly DemoCard[] }[] = [
  {
    title: 'Energy and water',
    cards: [
      ['Joint inspection standard for power interconnectors'],
      ['Keep ninety days of water treatment chemicals', 'Most plants hold two weeks.'],
      ['Microgrids for hospitals in border regions'],
      ['Partage en temps réel des données de stockage de gaz'],
      ['Undersea cable repair ships on a common rota', 'Three ships, one calendar, costs shared by length of cable.'],
    ],
  },
  {
    title: 'People and skills',
    cards: [
      ['One qualification for crisis managers, valid in all nations'],
      ['Exchange programme for dispatchers and control room staff'],
      ['Des stages croisés entre protections civiles'],
      ['Volunteers: insure them across borders', 'Without insurance, civil protection turns them away.'],
      ['Bring teachers into civil preparedness exercises'],
      ['برنامج زمالات قصيرة لموظفي الدفاع المدني'],
    ],
  },
  {
    title: 'Trusted information',
    cards: [
      ['A shared picture of the crisis that is public by default', 'Classify the exceptions, not the rule.'],
      ['Pre-agreed wording for first messages to the public'],
      ['Local radio as the channel of last resort'],
      ['Counter rumours with local voices, not central campaigns'],
      ['Un réseau de vérificateurs de faits indépendants'],
    ],
  },
  {
    title: 'Rules and money',
    cards: [
      ['A standing legal agreement for sending civilian experts'],
      ['Waive customs for relief goods within six hours'],
      ['Small grants for towns that test their own plans'],
      ['اتفاق مسبق على تقاسم تكاليف المساعدة'],
    ],
  },
  {
    title: null,
    cards: [
      ['Ask what partners can teach us', 'Several have lived through what we only exercise.'],
      ['Do less, but every year'],
      ['Include the private sector from the first planning day'],
      ['Mesurer ce qui a changé depuis le dernier exercice'],
      ['Name one person per nation who picks up the phone'],
    ],
  },
];

/** Group 3 has voted on its cards. */
export const VOTED: readonly DemoCard[] = [
  ['A regional stock of field hospitals', 'Two depots, ready to load in twelve hours.'],
  ['Common training for port security staff'],
  ['Un exercice annuel commun de protection civile', 'Ouvert à tous les partenaires, sans condition préalable.'],
  ['Early warning for heatwaves across the Mediterranean'],
  ['Share lessons from evacuations within a month'],
  ['تدريب مشترك لفرق البحث والإنقاذ'],
  ['Open satellite images to partners during floods and fires'],
  ['A directory of national points of contact, kept current', 'Tested by an unannounced call every quarter.'],
  ['Stress tests for supply of medicines'],
  ['Soutien psychologique pour les premiers intervenants'],
  ['Back-up positioning for emergency services when satellites fail'],
  ['Small joint teams that advise before a crisis, on request'],
  ['Insure volunteer rescuers like professionals'],
  ['Publish what each nation can lend, and within how many days', 'Not a promise: a list one can plan with.'],
  ['Un annuaire des hôpitaux qui acceptent les évacués'],
  ['Twin coastal towns on both shores and let them exercise together'],
];

/** The cards each voter of group 3 gives dots to, by their place in `VOTED`: a budget of four, two at most on one. */
export const DOTS: readonly (readonly number[])[] = [
  [0, 0, 7, 13],
  [7, 7, 2, 4],
  [7, 11, 8, 0],
  [0, 7, 10, 13],
  [8, 8, 0, 2],
  [2, 2, 7, 15],
  [11, 11, 3, 15],
  [6, 11, 3, 15],
  [2, 6, 11, 11],
  [3, 2, 11],
  [7, 9],
];

type DemoPerson = readonly [name: string, role: GroupRole, nation: string, organisation: string, language: string];

/** Who may be handed a link to group 1: nobody of them has written yet. */
export const DOORS = [
  { who: 'Facilitator', seat: 0 },
  { who: 'Participant', seat: 2 },
  { who: 'Another participant', seat: 3 },
  { who: 'Rapporteur', seat: 1 },
] as const;

/** The first of those whose drafts are in `DRAFTS`, in that order. */
export const FIRST_WRITER = 4;

/** Who sits in the three groups. In group 3 both sides are large enough for splits to be shown. */
export const PEOPLE: readonly (readonly DemoPerson[])[] = [
  [
    ['Marit Bergfink', 'facilitator', 'NO', '', 'en'],
    ['Ines Campanula', 'rapporteur', 'PT', '', 'en'],
    ['Théo Perce-Neige', 'participant', 'FR', '', 'fr'],
    ['Samira Zahrat', 'participant', 'JO', '', 'en'],
    ['Piotr Jaskółka', 'participant', 'PL', '', 'en'],
    ['Aino Kielo', 'participant', 'FI', '', 'en'],
    ['Luc Hirondelle', 'participant', 'BE', '', 'fr'],
    ['Emily Hawthorn', 'participant', 'GB', '', 'en'],
    ['ياسمين الندى', 'participant', 'TN', '', 'ar'],
    ['Giorgi Mertskhali', 'participant', 'GE', '', 'en'],
    ['Keiko Komorebi', 'participant', 'JP', '', 'en'],
    ['Hanne Lyng', 'participant', 'DK', '', 'en'],
    ['Astrid Vintergæk', 'observer', '', 'EU', 'en'],
  ],
  [
    ['Jan Vlaštovka', 'facilitator', 'CZ', '', 'en'],
    ['Odile Bruyère', 'rapporteur', 'CA', '', 'fr'],
    ['Ruta Snieguolė', 'participant', 'LT', '', 'en'],
    ['Dimitra Pasxalia', 'participant', 'GR', '', 'en'],
    ['Elena Ghiocel', 'participant', 'RO', '', 'en'],
    ['Nikola Visibaba', 'participant', 'RS', '', 'en'],
    ['Oksana Barvinok', 'participant', 'UA', '', 'en'],
    ['Karim Sunbula', 'participant', 'MA', '', 'fr'],
    ['Lars Snödroppe', 'participant', 'SE', '', 'en'],
    ['Ana Zvončić', 'participant', 'HR', '', 'en'],
    ['Noor Rihan', 'participant', 'QA', '', 'ar'],
    ['Thomas Enzian', 'participant', 'AT', '', 'en'],
    ['Maya Tamarisk', 'observer', '', 'UN', 'en'],
  ],
  [
    ['Giulia Pettirosso', 'facilitator', 'IT', '', 'en'],
    ['Tiit Pääsuke', 'rapporteur', 'EE', '', 'en'],
    ['Anna Kornblume', 'participant', 'DE', '', 'en'],
    ['Joost Klaproos', 'participant', 'NL', '', 'en'],
    ['Berna Kardelen', 'participant', 'TR', '', 'en'],
    ['Sofía Añil', 'participant', 'ES', '', 'en'],
    ['Zsófia Hóvirág', 'participant', 'HU', '', 'en'],
    ['Omar Nargis', 'participant', 'EG', '', 'ar'],
    ['Aigul Lalagul', 'participant', 'KZ', '', 'en'],
    ['Min-jun Jindallae', 'participant', 'KR', '', 'en'],
    ['Claire Edelweiss', 'participant', 'CH', '', 'fr'],
    ['Salma Yasmin', 'participant', 'KW', '', 'en'],
    ['Owen Banksia', 'participant', 'AU', '', 'en'],
    ['Fiona Heather', 'observer', '', 'OSCE', 'en'],
  ],
];
