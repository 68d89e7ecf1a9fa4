import { blocShape, type Bloc, type BlocId, type BlocShape } from '@rapport/domain/blocs';
import { inLanguage } from '@rapport/domain/languages';
import { useLocaleStore } from '../messages/locale-store.ts';
import styles from './BlocTag.module.css';
import { useBlocs } from './blocs-context.ts';

/** In a square of ten. */
const OUTLINES: Record<BlocShape, string> = {
  circle: 'M5 .5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Z',
  diamond: 'M5 0 10 5 5 10 0 5Z',
  square: 'M.75.75h8.5v8.5H.75Z',
  triangle: 'M5 .4 10 9.4H0Z',
  hexagon: 'M2.5.7h5L10 5 7.5 9.3h-5L0 5Z',
  cross: 'M3.4.2h3.2v3.2h3.2v3.2H6.6v3.2H3.4V6.6H.2V3.4h3.2Z',
};

/** A bloc as shape, word and colour: never by colour alone. */
export const BlocTag = ({ bloc, blocs }: { bloc: BlocId; blocs?: readonly Bloc[] }) => {
  const locale = useLocaleStore((store) => store.locale);
  const here = useBlocs();
  const list = blocs ?? here;
  const shape = blocShape(list, bloc) ?? 'cross';
  return (
    <span className={`${styles['tag']} ${styles[shape]}`}>
      <svg viewBox="0 0 10 10" width="0.7em" height="0.7em" aria-hidden="true">
        <path d={OUTLINES[shape]} />
      </svg>
      <bdi>{inLanguage(list.find(({ id }) => id === bloc)?.name ?? {}, locale) || bloc}</bdi>
    </span>
  );
};
