import axios from './lib/axios.js';

const { Axios, AxiosError, isAxiosError } = axios;

export { axios as default, Axios, AxiosError, isAxiosError };
