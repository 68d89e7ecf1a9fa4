/** For `lib0/broadcastchannel`: tabs of one browser may be different seats, and never tell each other anything. */
const silent = (): void => undefined;

export { silent as publish, silent as subscribe, silent as unsubscribe };
