import Axios from './core/Axios.js';
import AxiosError from './core/AxiosError.js';

function createInstance(defaults) {
  const context = new Axios(defaults);
  const instance = context.request.bind(context);
  for (const method of ['get', 'delete', 'head', 'options']) {
    instance[method] = (url, config) => context.request({ ...config, method, url });
  }
  for (const method of ['post', 'put', 'patch']) {
    instance[method] = (url, data, config) => context.request({ ...config, method, url, data });
  }
  instance.interceptors = context.interceptors;
  instance.create = (config) => createInstance({ ...defaults, ...config });
  return instance;
}

const axios = createInstance({ timeout: 0, headers: { Accept: 'application/json, text/plain, */*' } });
axios.Axios = Axios;
axios.AxiosError = AxiosError;
axios.isAxiosError = (payload) => payload?.isAxiosError === true;

export default axios;
