import { useT } from '../messages/use-t.ts';
import { signOut } from '../session/session-store.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { SignOutIcon } from '../ui/icons/SignOutIcon.tsx';

export const SignOutButton = () => {
  const t = useT();
  return <IconButton label={t('shell.signOut')} icon={<SignOutIcon />} onPress={() => void signOut()} />;
};
