import type { Catalogue } from './catalogue.ts';
import { aside } from './ar/aside.ts';
import { ballots } from './ar/ballots.ts';
import { deeds } from './ar/deeds.ts';
import { doors } from './ar/doors.ts';
import { comments } from './ar/comments.ts';
import { editing } from './ar/editing.ts';
import { failures } from './ar/failures.ts';
import { first } from './ar/first.ts';
import { history } from './ar/history.ts';
import { leading } from './ar/leading.ts';
import { offline } from './ar/offline.ts';
import { options } from './ar/options.ts';
import { paper } from './ar/paper.ts';
import { plenary } from './ar/plenary.ts';
import { organise } from './ar/organise.ts';
import { report } from './ar/report.ts';

export const ar: Catalogue = {
  ...first,
  ...failures,
  ...editing,
  ...aside,
  ...deeds,
  ...doors,
  ...ballots,
  ...comments,
  ...offline,
  ...options,
  ...organise,
  ...paper,
  ...plenary,
  ...report,
  ...leading,
  ...history,
};
