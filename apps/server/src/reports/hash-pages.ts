import { createHash } from 'node:crypto';
import type { ReportPages } from '@rapport/protocol/report';

/** Names each page by what it shows; of those in `known` the picture is left out. */
export const hashPages = (pages: readonly string[], known: ReadonlySet<string>): ReportPages['pages'] =>
  pages.map((svg) => {
    const hash = createHash('sha256').update(svg).digest('base64url').slice(0, 12);
    return { hash, svg: known.has(hash) ? null : svg };
  });
