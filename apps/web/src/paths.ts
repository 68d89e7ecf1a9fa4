/** Every address of the web app: patterns for its pages, most exact first, and functions for links. */
const PATTERNS = {
  home: /^\/$/,
  badge: /^\/j\/([^/]+)$/,
  organise: /^\/organise$/,
  symposium: /^\/s\/([^/]+)\/organise$/,
  plenary: /^\/s\/([^/]+)\/plenary$/,
  lobby: /^\/s\/([^/]+)$/,
  group: /^\/g\/([^/]+)$/,
  report: /^\/g\/([^/]+)\/report$/,
  screen: /^\/screen\/([^/]+)$/,
} as const;

/** A page of the app with the one word its address names: a code, a slug, an id; empty where there is none. */
export type Place = { page: keyof typeof PATTERNS | 'nowhere'; name: string };

/** The page at a path; an address nobody could have made, percent signs and all, is nowhere. */
export const placeOf = (path: string): Place => {
  const plain = path.length > 1 ? path.replace(/\/$/, '') : path;
  for (const [page, pattern] of Object.entries(PATTERNS) as [keyof typeof PATTERNS, RegExp][]) {
    const match = pattern.exec(plain);
    if (match === null) continue;
    try {
      return { page, name: decodeURIComponent(match[1] ?? '') };
    } catch {
      break;
    }
  }
  return { page: 'nowhere', name: '' };
};

export const paths = {
  home: () => '/',
  badge: (code: string) => `/j/${encodeURIComponent(code)}`,
  organise: () => '/organise',
  lobby: (slug: string) => `/s/${encodeURIComponent(slug)}`,
  symposium: (slug: string) => `/s/${encodeURIComponent(slug)}/organise`,
  plenary: (slug: string) => `/s/${encodeURIComponent(slug)}/plenary`,
  screen: (code: string) => `/screen/${encodeURIComponent(code)}`,
  group: (groupId: string) => `/g/${encodeURIComponent(groupId)}`,
  report: (groupId: string) => `/g/${encodeURIComponent(groupId)}/report`,
} as const;
