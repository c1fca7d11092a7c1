export default 'peace';
