const { globalSetup, globalTeardown, ...config } = require('../../jest.config.js');

module.exports = { ...config, rootDir: __dirname };
