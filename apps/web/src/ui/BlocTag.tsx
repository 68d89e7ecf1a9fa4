import { DEFAULT_BLOCS, type Bloc, type BlocId } from '@rapport/domain/blocs';
import { inLanguage } from '@rapport/domain/languages';
import { useLocaleStore } from '../messages/locale-store.ts';
import styles from './BlocTag.module.css';

const SHAPES = ['circle', 'diamond', 'square'] as const;

/** A bloc as shape, word and colour: never by colour alone. */
export const BlocTag = ({ bloc, blocs = DEFAULT_BLOCS }: { bloc: BlocId; blocs?: readonly Bloc[] }) => {
  const locale = useLocaleStore((store) => store.locale);
  const index = blocs.findIndex((one) => one.id === bloc);
  const shape = SHAPES[index % SHAPES.length] ?? 'square';
  return (
    <span className={`${styles['tag']} ${styles[shape]}`}>
      <svg viewBox="0 0 10 10" width="0.7em" height="0.7em" aria-hidden="true">
        {shape === 'circle' && <circle cx="5" cy="5" r="4.5" />}
        {shape === 'diamond' && <path d="M5 0 10 5 5 10 0 5Z" />}
        {shape === 'square' && <path d="M.75.75h8.5v8.5H.75Z" />}
      </svg>
      {inLanguage(blocs[index]?.name ?? {}, locale) || bloc}
    </span>
  );
};
