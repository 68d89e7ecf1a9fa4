import { aside } from './en/aside.ts';
import { ballots } from './en/ballots.ts';
import { deeds } from './en/deeds.ts';
import { doors } from './en/doors.ts';
import { comments } from './en/comments.ts';
import { editing } from './en/editing.ts';
import { failures } from './en/failures.ts';
import { first } from './en/first.ts';
import { history } from './en/history.ts';
import { leading } from './en/leading.ts';
import { offline } from './en/offline.ts';
import { options } from './en/options.ts';
import { paper } from './en/paper.ts';
import { plenary } from './en/plenary.ts';
import { organise } from './en/organise.ts';
import { report } from './en/report.ts';

/** The English catalogue; its keys are the keys there are. */
export const en = {
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
