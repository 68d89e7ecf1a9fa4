import type { Catalogue } from './catalogue.ts';
import { aside } from './fr/aside.ts';
import { ballots } from './fr/ballots.ts';
import { deeds } from './fr/deeds.ts';
import { doors } from './fr/doors.ts';
import { comments } from './fr/comments.ts';
import { editing } from './fr/editing.ts';
import { failures } from './fr/failures.ts';
import { first } from './fr/first.ts';
import { history } from './fr/history.ts';
import { leading } from './fr/leading.ts';
import { offline } from './fr/offline.ts';
import { options } from './fr/options.ts';
import { paper } from './fr/paper.ts';
import { plenary } from './fr/plenary.ts';
import { organise } from './fr/organise.ts';
import { report } from './fr/report.ts';

export const fr: Catalogue = {
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
