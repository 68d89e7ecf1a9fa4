import type { Figure } from '@rapport/domain/ballot-results';
import type { Translate } from '../messages/use-t.ts';

/** "7 of 8", or a bound where a small bloc is of one mind. */
export const shareText = (t: Translate, { kind, value }: Figure, papers: number): string =>
  kind === 'exact'
    ? t('results.of', { voters: Math.round(value * papers), papers })
    : t(`results.share.${kind}`, { value, papers });

/** A mean rating or a mean rank, or its bound. */
export const meanText = (t: Translate, { kind, value }: Figure): string => t(`results.mean.${kind}`, { value });

/** Any other number, two decimals at most. */
export const decimal = (t: Translate, value: number): string => t('results.decimal', { value });

export const percent = (t: Translate, share: number): string => t('results.percent', { share });
