import type * as Y from 'yjs';

/** The kinds of roots a document has; they are made before any bytes are applied. */
export type Roots = Readonly<Record<string, 'map' | 'array' | 'text' | 'xml'>>;

/** Makes the roots, so that bytes that name them find their types. A root that is there stays as it is. */
export const openRoots = (doc: Y.Doc, roots: Roots): void => {
  for (const [name, kind] of Object.entries(roots)) {
    if (kind === 'map') doc.getMap(name);
    else if (kind === 'array') doc.getArray(name);
    else if (kind === 'text') doc.getText(name);
    else doc.getXmlFragment(name);
  }
};
