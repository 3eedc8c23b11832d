// Stands in for esprima, which js-yaml looks for to read functions. Agent files must never hold any.
throw new Error('esprima is left out on purpose');
