/**
 * Runs before the app, from a file of its own that is here long before React: at a board's address asks for the board's
 * files and the words for it at once. Else they would be asked for when what every page starts with has been run.
 */
declare const BOARD: readonly string[];
declare const WORDS: Readonly<Record<string, readonly string[]>>;

if (/^\/g\/[^/]+\/?$/.test(location.pathname)) {
  const words = WORDS;
  // As the app's own choice (`guessLocale`); a wrong guess costs a file.
  const spoken = [localStorage.getItem('rapport.locale') ?? '', ...navigator.languages].map(
    (tag) => tag.split('-')[0]!,
  );
  for (const file of [...BOARD, ...words[spoken.find((language) => language in words) ?? 'en']!]) {
    const link = document.createElement('link');
    const isStyle = file.endsWith('css');
    link.rel = isStyle ? 'preload' : 'modulepreload';
    if (isStyle) link.as = 'style';
    // As the app's own requests are made: another mode would be another request.
    link.crossOrigin = '';
    link.href = `/assets/${file}`;
    document.head.append(link);
  }
}
