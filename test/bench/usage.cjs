// Preloaded into a process to be measured: the last line on its standard error is what it used, in microseconds and kilobytes.
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write(`\n${JSON.stringify({ cpu: userCPUTime + systemCPUTime, memory: maxRSS })}\n`);
});
