import type { CardAuthor } from '@rapport/protocol/card-authors';
import { useT } from '../messages/use-t.ts';
import { BlocTag } from '../ui/BlocTag.tsx';

/** Who is behind a card, as far as its mode or its author's own word allows: a name and delegation, or the bloc. */
export const AuthorMark = ({ shown }: { shown: CardAuthor }) => {
  const t = useT();
  const { author, bloc } = shown;
  if (author === undefined) return bloc === undefined ? null : <BlocTag bloc={bloc} />;
  return (
    <>
      <span className="visually-hidden">{t('board.author.by')}</span> <bdi>{author.displayName}</bdi>
      {author.delegation !== '' && (
        <>
          {' · '}
          <bdi>{author.delegation}</bdi>
        </>
      )}
    </>
  );
};
