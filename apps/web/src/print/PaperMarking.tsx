import { inLanguage } from '@rapport/domain/languages';
import type { GroupState } from '@rapport/protocol/group-state';
import { useLocaleStore } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';

/** The handling marking as it stands on every page; with the Rule where it holds. */
export const PaperMarking = ({ symposium }: Pick<GroupState, 'symposium'>) => {
  const t = useT();
  const locale = useLocaleStore((store) => store.locale);
  return (
    <>
      <bdi>{inLanguage(symposium.marking, locale)}</bdi>
      {symposium.chathamHouse && ` · ${t('common.chathamHouse')}`}
    </>
  );
};
