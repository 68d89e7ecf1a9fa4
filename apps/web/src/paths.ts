/** Every address of the web app, as patterns for the router and as functions for links. */
export const PATTERNS = {
  home: '/',
  badge: '/j/:code',
  organise: '/organise',
  lobby: '/s/:slug',
  symposium: '/s/:slug/organise',
  plenary: '/s/:slug/plenary',
  group: '/g/:groupId',
  screen: '/screen/:code',
} as const;

export const paths = {
  home: () => '/',
  badge: (code: string) => `/j/${encodeURIComponent(code)}`,
  organise: () => '/organise',
  lobby: (slug: string) => `/s/${encodeURIComponent(slug)}`,
  symposium: (slug: string) => `/s/${encodeURIComponent(slug)}/organise`,
  plenary: (slug: string) => `/s/${encodeURIComponent(slug)}/plenary`,
  screen: (code: string) => `/screen/${encodeURIComponent(code)}`,
  group: (groupId: string) => `/g/${encodeURIComponent(groupId)}`,
} as const;
