import { useT } from '../messages/use-t.ts';
import { signOut } from '../session/session-store.ts';
import { Button } from '../ui/Button.tsx';

export const SignOutButton = () => {
  const t = useT();
  return (
    <Button variant="quiet" onPress={() => void signOut()}>
      {t('shell.signOut')}
    </Button>
  );
};
