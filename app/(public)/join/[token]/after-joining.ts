/** To the sign-in, with a word on what comes next. */
export const afterJoining = ({ waits }: { waits: boolean }): string =>
  waits ? '/sign-in?joined=waiting' : '/sign-in?joined'
