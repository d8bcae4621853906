module.exports = { ...require('../../jest.config.js'), rootDir: __dirname };
