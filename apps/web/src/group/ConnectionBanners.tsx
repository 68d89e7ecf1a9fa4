import { useConnection } from '../connection/live.ts';
import { OfflineBanner } from '../offline/OfflineBanner.tsx';
import { UpdateNotice } from '../offline/UpdateNotice.tsx';

/** What is said of the network and of a new version; there after the first sight of the board. */
export const ConnectionBanners = () => {
  const offline = useConnection((connection) => connection.state === 'offline');
  return (
    <>
      {offline && <OfflineBanner />}
      <UpdateNotice />
    </>
  );
};
