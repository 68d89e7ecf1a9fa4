import type {
  Agreement,
  AttitudeCell,
  AxisResult,
  BallotResults,
  Concordance,
  Figure,
  ResultBase,
} from '@rapport/domain/ballot-results';
import type { BallotSubject, Thresholds } from '@rapport/domain/ballots';
import { printShare } from '@rapport/domain/print-figure';

// Every field is named: what is new in a result never gets into a file by itself.

const subjectOf = ({ kind, id }: BallotSubject) => ({ kind, id });
const baseOf = ({ valid, entitled, proxies }: ResultBase) => ({ valid, entitled, proxies });
const figureOf = ({ kind, value }: Figure) => ({ kind, value });
const hidden = (bloc: string) => ({ bloc, shown: false, reason: 'small-group' });

const thresholdsOf = ({ support, rejection, follower, z, points, consensus, dissent }: Thresholds) => ({
  support,
  rejection,
  follower,
  z,
  points,
  consensus,
  dissent,
});

const attitudeOf = (cell: AttitudeCell) =>
  cell.shown
    ? {
        bloc: cell.bloc,
        shown: true,
        papers: cell.papers,
        support: figureOf(cell.support),
        opposition: figureOf(cell.opposition),
      }
    : hidden(cell.bloc);

const agreementOf = (agreement: Agreement) => {
  switch (agreement.kind) {
    case 'measured': {
      const { kind, verdict, support, opposition, divergence, z, rough } = agreement;
      const said = verdict.class === 'led' ? { class: verdict.class, by: verdict.by } : { class: verdict.class };
      return { kind, verdict: said, support, opposition, divergence, z, rough };
    }
    case 'no-papers':
      return { kind: agreement.kind, blocs: [...agreement.blocs] };
    case 'not-shown':
      return { kind: agreement.kind };
  }
};

const spreadOf = (spread: NonNullable<AxisResult['spread']>) => ({
  median: spread.median,
  quartiles: [...spread.quartiles],
  mean: spread.mean,
  deviation: spread.deviation,
  consensus: spread.consensus,
  normalisedDeviation: spread.normalisedDeviation,
  contested: spread.contested,
});

const axisOf = ({ papers, notJudged, distribution, spread, blocs, agreement }: AxisResult) => ({
  papers,
  notJudged,
  distribution: [...distribution],
  spread: spread === null ? null : spreadOf(spread),
  blocs: blocs.map((cell) => (cell.shown ? { ...attitudeOf(cell), mean: figureOf(cell.mean) } : hidden(cell.bloc))),
  agreement: agreementOf(agreement),
});

const concordanceOf = (concordance: Concordance) =>
  concordance.kind === 'measured' ? { kind: concordance.kind, w: concordance.w } : { kind: concordance.kind };

/** A result as data, field by field; each kind has a shape of its own in the schema. */
export const jsonBallot = (results: BallotResults): Record<string, unknown> => {
  switch (results.kind) {
    case 'dots':
      return {
        kind: results.kind,
        budget: results.budget,
        cap: results.cap,
        base: baseOf(results.base),
        options: results.options.map(({ subject, title, rank, tied, dots, voters, blocs }) => ({
          subject: subjectOf(subject),
          title,
          rank,
          tied,
          dots,
          voters,
          blocs: blocs.map((cell) => {
            if (!cell.shown) return hidden(cell.bloc);
            const share = printShare(cell.voters, cell.papers);
            return share.kind === 'exact'
              ? { bloc: cell.bloc, shown: true, papers: cell.papers, dots: cell.dots, voters: cell.voters }
              : { bloc: cell.bloc, shown: true, papers: cell.papers, share: figureOf(share) };
          }),
        })),
      };
    case 'rating':
      return {
        kind: results.kind,
        axes: [{ ...results.axes[0] }, { ...results.axes[1] }],
        thresholds: thresholdsOf(results.thresholds),
        sides: [...results.sides],
        base: baseOf(results.base),
        options: results.options.map(({ subject, title, rank, tied, priority, axes }) => ({
          subject: subjectOf(subject),
          title,
          rank,
          tied,
          priority: priority === null ? null : { value: priority.value, papers: priority.papers },
          axes: axes.map(axisOf),
        })),
      };
    case 'ranking':
      return {
        kind: results.kind,
        base: baseOf(results.base),
        ranked: results.ranked,
        concordance: concordanceOf(results.concordance),
        options: results.options.map(({ subject, title, rank, tied, meanRank, places, unplaced, blocs }) => ({
          subject: subjectOf(subject),
          title,
          rank,
          tied,
          meanRank,
          places: [...places],
          unplaced,
          blocs: blocs.map((cell) =>
            cell.shown
              ? { bloc: cell.bloc, shown: true, papers: cell.papers, meanRank: figureOf(cell.meanRank) }
              : hidden(cell.bloc),
          ),
        })),
      };
    case 'endorsement':
      return {
        kind: results.kind,
        thresholds: thresholdsOf(results.thresholds),
        sides: [...results.sides],
        base: baseOf(results.base),
        options: results.options.map(({ subject, title, levels, notJudged, texts, blocs, agreement }) => ({
          subject: subjectOf(subject),
          title,
          levels: {
            endorse: levels.endorse,
            reservation: levels.reservation,
            abstain: levels.abstain,
            'stand-aside': levels['stand-aside'],
            oppose: levels.oppose,
          },
          notJudged,
          texts: texts.map(({ level, text }) => ({ level, text })),
          blocs: blocs.map(attitudeOf),
          agreement: agreementOf(agreement),
        })),
      };
  }
};
