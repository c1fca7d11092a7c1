"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const axios_1 = require("axios");
const configuration_1 = require("./configuration");
exports.Configuration = configuration_1.Configuration;

class SettingsApi {
    constructor(configuration = new configuration_1.Configuration(), axios = axios_1.default) {
        this.configuration = configuration;
        this.axios = axios;
    }
    call(method, path, data) {
        return this.axios.request({ method, url: this.configuration.basePath + path, data, headers: this.configuration.headers() });
    }
    listSettings(pageSize = 20, pageToken) {
        return this.call('GET', `/settingservice/v1/settings?pageSize=${pageSize}${pageToken ? `&pageToken=${encodeURIComponent(pageToken)}` : ''}`);
    }
    getSetting(key) {
        if (!key) throw new Error('Required parameter key was null or undefined');
        return this.call('GET', `/settingservice/v1/settings/${encodeURIComponent(key)}`);
    }
    updateSetting(key, value) {
        return this.call('PUT', `/settingservice/v1/settings/${encodeURIComponent(key)}`, { value });
    }
}
exports.SettingsApi = SettingsApi;
