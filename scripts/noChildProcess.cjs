// Stands in for node:child_process in the command: commander loads it (and with it Node's network code) at every start,
// for commands that are programs of their own. The command has none.
module.exports = {};
