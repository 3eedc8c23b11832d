// Loaded into a process with `--import`: ends it, and its whole group, when the process that started it is gone.
// A parent that is killed outright cannot end what it started; this makes sure that nothing stays behind.
const startedBy: number = process.ppid;

setInterval(() => {
  if (process.ppid === startedBy) return;
  if (process.platform === 'win32') process.exit(1);
  process.kill(0, 'SIGKILL');
}, 1000).unref();

export {};
