var Module = (() => {
  var _scriptDir = typeof document !== 'undefined' && document.currentScript ? document.currentScript.src : undefined;
  if (typeof __filename !== 'undefined') _scriptDir ||= __filename;
  return async function (moduleArg = {}) {
    var Module = moduleArg;
    var ENVIRONMENT_IS_NODE = typeof process == 'object' && typeof process.versions == 'object' && typeof process.versions.node == 'string';
    var wasmMemory, HEAPU8, HEAPU32;
    var wasmBinaryFile = 'data:application/octet-stream;base64,AGFzbQEAAAABBwFgAn9/AX8DAgEABwcBA2FkZAAACm0lz3NMSaHdJz5Nj6tfW9uNEJnsBej9x8HXNHd2SKtzveIBglBF5Noy2l6WeWudMHjmRS8paczNwnEMg4aey3l5/j+h7WcsnVOIAMslFKkvk3kYGMbtU3KBtKtNnK9MJCUvNhdf0eeJP91Ez8D57+MnL4WxYn9romeruArLhm6YNAdx+3K9amW4Xfr2qnj3c5Z3Z6dTlym9foSVnTgNa6ZniFEopliFn4QW1wPQZerUtv5Dh4uTKxDTvT4PZYogCQt9sTCPKyvhOPrvPSWSgJkUfrMHwBwyx65oxHYT9odTuKXGcCMeSZftTanX6pQAMmBR5YRGM9A7TSjqo3SETUspIvF/pg4tAe9Klqnf0sEVN5ITdZAUoaccrzVHsqYiaIllZv/a4R+NsqXl/j/sgu7aXRjXqtJMFfwCM7WnzAVB/AG2UMKiC8JmYss6emhMg7CF/kla0p0HwCr6EU8XKpBwcSvELhmhGxGagGbk+5gbXLS52LOceEoajfJiqoobER1EQvUF71IEFUvp2O5wVa+CtiMA3wuoNlQKsDVBolLt35QH6XIDZQ0IFlF4RVseYKnN+Podanq1y5q9ZQ9zd2sUpLISDjj1kAH1I6HdP9Ayz3xMx/LYxqxYAxBF7Zs+VhMVTxY+b6tP8VQkVYHW4AP4ss322Bj5aGTxDsJNvz/s8bM0HhjqdCLeRxM/rgD/tMEr3hmv8s0ClCxVDyxMBncemgnMhnOgfEhQfC2LoJyuYPctj7IHOjDPb4pyZAFFgpSx0DD6Zjv8SGtdu95k/8QLD4chjbBSa7KDyqS3jj1iv3fTHUAcFWXeo7ZraRB0/W1dfjaO3B4AiUgRRTb9RN1kzo74cjuQ+UZgrM2C2b2XyHTcTTeedv8shYbiv4QGBfIa8TUHYPMvvi7vZOkW7/7VcbjaTuIdmmpXT6TZo7OTXWivGfWTxwpE4EL97MF3JRselzYi4AhxYHoeQsmFcwLY/c7FVMs+nCFsNlTz2Y3UkPDbS9YI3GJwP8oSUhQEE1frERfRi281ixsulXpk96JYGDY+DWf4A+e87ZmOf2FeCP8nXwcsRZ9BcgV0p4+RIJrZifXgaFeW5l7Ve51+FdX9GReT4Li/IlSg1N1FQddiCszNLtQek6CRaXUnDFSRTy91jugFVXc68ndb0bUcRpxII98/6zizucjGljA83ZEosOpKvZWnBKENYL7wUm/OjWK1UzIzh92vfxo88/i5YWMPMNfhrC6Ge+k3gZq/bhgU557ka2aCIgzKPJUak4XqGxkD6AlbwCmDoEty9mNjU0H7QAg9O2llvcNRX7TbnUBkbojJQSGNumsgLN/SvYyi5xEEspjLJLJ9PpQeS3SVI4XhM+ksLmzi7VwTabgNWij65U+bEQjDWyC7Lng6AmazevKhMo8RRkyn1uA22k2xqZ1w9kKdAtj6Ekh1vEfW3F82zR3Y6oMGOuqr9Tc0FH29v/U+PgQAGbQRpeTpREhAU2nawRlyCKnCP0MEeg8H2+0Lv/ceLWCnLkjKt2hea9rvh+mxeZKNyxr5SiGvISjnmReOi7VcH7puI6qoFOTE20lz9J0B+3QeulTNsiyoK6ufu/3l87DIyp2FleCdlXELZfIEy+0j/BYCl6AJ+wjJOHDs0raUBP4GjHn6rgPpzkmDW2vFcrPEbtJPQSl49uMylgjGPXEFOPQumST93KJ5TCgT+Mxze+SkOBF16gG7H9ShT5C5o1EJmfgi2ObV/0roihL4bUQTlMH9c83nzIugjyZeYmSsvMYNYgu4PHPmRguu78TOsbzj0LW8iBEltDjTKSFThhPLWAeg9uebPeoRBXRXpcwRWp3DvRWkuWWvocYoeTsvnea4IuIT+n0A3yO5d9tKjMpqfKu58ShOYMqWwL8HlIsM3eYg+38og6OSZme4Axhq/Z8uN4qpL5zgYbW0EWGycSqV47wvA5iz3pu+6n4S3B6IFES8NBdDALCjVqyWHeBcSv7NEthBlgk64dQdj2p8x2u627OEVD+QcGPlGivvzXUrvAc9tLHtU7mU2XsvdQgVxnAAaW52Fmuf1u96j4pzwHIV8VXJhD3GDcDXUriDZE6gB2CPa0/R1O2Zy551Fmr8H3tW17QFLs7vOoLjF/XdD8ay/QbmHFLQS3/zjKrH5RVQnSpi/qj2i6Pr9fp9fMkWfkERrnvldwflAkoPMl6reRBNNBeqJJZimq2RLZycq+rbM5eCtYTOX2srrSf3wO1e3eemq69XxRr1qB48KO6yfCJx6E+Rfzw3SORE4NE9/7CzU2EqnmdhXHiqpEYnQE5G0TKdK1miJCdPbs0uwM10QVXOTWkvwYpmCuowVEYzxE1Z4f8b1TZUQ2liPDo2OCWDRpWWxbnrOUgFUZiEuzWrc9wiVAxyItN2GH/wbspZ8OVL1laCSeXzu0XZhvRiCgxeErYEamsQtjUz883f+PomGtxG7kJl0lkITCvWYuIcJ8NdcwWBqngNEnFGlsP87KH4zTYFnLXUZuj6aTes7mEJEzCgMxodhb6dbn5x2BGsKDK8UPLmXbfQdtDWZuSG156+Zvu5V/GfHI7Vc7w1AlJILR4T9Xkn1LtzDwiXHTNHlLlx3+WxiJvB+54KxhmirSPWaLXzOfRH2KgRktLQrVrinBxPiqE3pkGhoMrZ22SQ+qfkBP6gF6SDG8kiSHi6Z7nlb3SYf54w5HlUBuAm68SJJmXUEJwzRC3Wxjx/NX3HSVoQJI0v/suWbQQMNkDo+/v1EaErnoQdUpBMcny/6BsVVkWhI2wPiZPmsKc7htGjHsewzuMDYl52rV31kLz1E6PqOq8BbbMyHQoIM8gI59IX7aJ5sPuLQT1fvi0xUNe2qZrBAhAFS8EDEeJ4JNXriHno07b7w0IJYmvZLYEP+TmMDblFn0VRx9ViglgNESmKwQKDsm23YvI3cDqFv0MbgC5xTJ0X3C7/wsWWwa7UwChjer1krHRI2SISvMrafSWzuSX/52gBUzlMX1MWylwVac4fv+5QpYTk4bXtuFYlUmPRxkEhPClUcxXyGnR3g2Yy1ewjoGfJJ+N+ffPoJtW4AWAldmAMqM2MD8ydkfugFadtKxvhSrKtgBrw+MvmeMfRmOS68UM+1VfBjLV2VVyTU0gTvaY7O3r7H/VzNDG/VRldxtC43Y283dIXf9FfzV3MRfdApMhdmuygsbi3zqacH9eamjZQ1wY+m1Vl5lug5WNkmQH7LtZ8FhUrNPr+01JP2/x1ifYxDPp7BnHKbzup7pVjBVIxxgpDCBb16ANt4LcJoBTb/IIBBPDBN1niRzWBm5UwFbargQmT5t5wT9uQV1iW4Ize/OFrWvOqxK06d0bCW8l8EkR168/mRQdeJuI3IM8jzwmwF97cB2YQcaPObdKdw8x4mPwIrO5CLGqueoj018JVwO7Dr7UztMkBc3/qJ9L3IzzAdnjdmQ8mk3X0/xn6OoTkkovmh6U7ufORqYQysgjXofSJrUanerCFia5wXIAc8mWqQ+HAzhl+WSQ2lPnH+/KqcGaw7aIFFpi/AcJOma44b/d9cKBp04Zj4AuPWI9ISrjhxtTCd5W6noHAjzkPjaOd3BIqqBbVhQiYo4P6s/fXVQw/6ORDWo+M3KpBTmnLT5c62quHb5dh/8Js9Bb/YtgH5rzeC8+I5jvnA5xbME81etTwTcMkzNmBbSIkILXr9yw/cov4qzOGQt3gRY1pr5JN1WV/n5ZyMw3FPGnN+zCJrX5BHbIE0ID/eEMBuTTwmmYNhWBV/BoHWm3PidHqKvivf0ALkb0ZhIev1+o8q4xm8F5Di1fUEs2jbEn9HggYkPjdNh+107R9IWbdFzaC5LDuhLEqWtbeEDuaSu5OQemJKsF8dTgZ7WnibrjrExz19Aah5syeK2XsNP12Z+Qx60QpCgw/shwheQilN36s8oAgRVL1VpV+BW9rCaHmLtXS0HtZie+WzYrmHk+G618M/nnNNGWGt/o0UZsazhvT+gIxlexma+VbLp5tsocHB4re7EL1nUKsYiQhkEO9szV5f8f9Ci/6skzVBf+1Hglp+LAxpMDQJ9CqLTpNeAcDZHbhr6qIuUhx+3NSGwg+ue8G+Fr3XZU+rAGpnjvYsn/YxtkaBsvqf13aG7vOdg2VpbpuH6VXF9qIGa6CY2Wfn5hIJECm8Lq3g1ueMgXTjLMEJMWHL4304JGN0G9stvMFRT8wYJS4DKLMttRp6fo+06xUg4d4s6Sdk/fjKMRmxonfyko0b44k3RrcnaEiibSImZVyozFg5Te1HJWHvgFXNz0O7NktM/6K8hmZnDVYLpZZ5lTbgGrvIhyAjzuA3zHqrjSjvWsBvaDnd33PGAr8WOXfFef03F4u8BrdUFqQZprqFKNQiicB5M10OuxJ49YxOk7YN2ifP8fNHZT/N4DNMa/uNeP57ssY3GFJIpWYk+NO4EU9Mz7uIRvrALr3oZAW321uQltYTWNNCNYYCN9ObzT/CNXb2PHwm/vva5YvFIvxOznK3lNwtDPAQSBxhl0z+4IcZ00hxKBoPmqvcvKBzC/ViwRELpcYNWpwMzT45JFMqbCuUdyKWyC9T+mkWivSQqPn9y2wf1yUhosdivtntBJOdIF1LnmiqmgWwqpp71fli7aAE2Cj/5DliK+bJjzVHshiMLQqh81OtA8S2ixpe9csLht71TgGomWVCZk/EsPvVzqNOmMFnd+Gy4N+tbTnXBaZkdn2NHvinYQl+buHMFTFPS+TKm0djrUzNLZpKCyhSBjXmnl0KCBkhP2p4HhIndBI7aWnRazLEWIYvGFslBmi2w8BVWsiCyyV83TDU660REp2AvfdE6C4xMPwPsIYt/OqU4f/EGSHrop3P2UrbXfb6YPIHMVaE84ZbqIjyDURidaZRgSHXxIXZAPTPE6iSbV2swr1dgqdnCHYV/VEM1OoZy5oy29ouyE2dPSnDFwyAkW9MQbFXrzgwWfBLv/rfMXzMbHo2JrndkIq0etEGCovN4PEZNfKZGnyA6zJ3VK5xafkPhm3FW6dPM2iLIfXsFpltMgbKeD76ljc2z6j6Fd2H6HQvojwPvaNZ9zO1pEWuX+ZLfXhMB4QGYGgUamV1O6Q+44bSld9xgjOqE0swwqbHUJQWI5Hp+RK6XYixB0kSZO+bMIzvm84Ksd0LvgoClyM0Ik7De/2zddnoWEaIl36g+UzB3VUEUs94ZOj84kyVd6x1KyvXiPLa8RyNIBukA7mw/IHei4F8N5n5bryNKaQ/rj4MVAvSqwPEjcEHszT33pXYoQ7TZTsBXiXK9IZ5FO2AuYfV+PPCQtbRJeW/WaigqNmphfnCsu/n3ibsAySYGs7UrnhReZD1vET6R/2tBuFqqKBgkyaFXtW1+hON7Uc5qiLOPhn+rPPkQcFlS7n6HeIEGSrE+pvvGN/QcODfZj4/7RiYn8Xf2uk/4CVNmQqhbNPyp4en18Bw39DN2V99ub6P4Itk7aQ1wVMemEdqZ6KnbWmqRtWqSG9phGuPJm7skHX0JJx7lnMZjwJOIHHvuoMvubkwlXBCDLQ9OOlW1ksYEt+wgKj9TMZ6NQwQgspOkAfu5NGtjzY56bMQVe4lNCMw2NdiiR0AILWempqSD6W94zwSoULCmeR/ays2CE2v/61/IEZOstUoxaHwHHNPT3PlBcIpYOUgRMkgKaMWij4mJEtHqtdF17CIWyR9PGQjAuunuxir48e7uNNSPCaRvEoW4HKYh9dxXjRgFb4LJ9LK2lYDdsiddp+L3q9ivO9dZyzTbiYi9P8DhbY+G03cP3xELmZfrU/s2s+ytBI06DZhrWICGbFhAuZ8Rb5T1NYll2Y0ciHd/AmSefJtXvlY7WnY7cORYZhho/wGPLta1KVSE434anfNnO3JHRsv2VPyUsCYuAGJlKWA5/FwcWr0Lk+xYL3lcI88wqczQuiGx0WKNB+p2gKYjDB4jEwr7og1GOFvYMN+FHF5Z5HrVChuZS/gFPUZSsr1wwcWO2Uh/4f/U3cGrnM9MfxGbS5UTAt0RLU9i7MeS7S57+6RDlPvvRt2Y8YuAGMRHr9ejxA8ooh+f1kaMHCqmM+M4+hC2vi+oX4hTUZJv3w758yZ8+fVwW5gDfT6B7P5Xc5E/Ukzv+T+qp3v/X9/RLRxGDEPkQOh5osB9e0m8B2HWz/5gwat86fV93Kap8DqHSJ8jIeZ9wiNH/1ctzShVMN3H9QW+GKMYc8AJwnmdLTHyFdAV3hil9x6YHII/7r+qp2wr5qXyafdC963pmp6RpDgWC8oxZ2DZVr95eu9m9ma6NoMF0g1CjHxQ5uvjJM4Ie4e6zQG/tk/x6xECMT49/zJeZFSjUV+rvuuv0gTYEIPUqfKXtUfSYd3DrBgFX2h+THjABPZnbIyBPS4YF8dP6fpEO42MR581u2W1ZG2cyBRV5qHJyRtF6vLIyeuX6onJAvQ/SyoAR4l210pTAM4hKitv5UR+GE28ATrks9p76XMNtvr/Mb6bs/edeMgHT8zvqj9SanFsJs6mmZKzKBfffgjkPkrkUwHQpTct+gL7qPD0gBbQKsSVxFjdRvQn5y2WwnK+MGnM+Tn5FUvQmocjsaOMb5OGZ0qYpV6D1H9eOOEotVe8HFDCEW9+uy6dCwIK1j8C0pOv/1jBDYGDziH5ChrO9C+9D1iF+dDOh7Cp2CehVAplooBew1IOeXVvHB/FcbYJF+e/isvnwLJCKmd6vW6qae3tthCBPbbGDN4nWqHh/hgnIfnibP7lhx0kXurJ9VeIbW0d3MxHYf2cR39ZE2Pi3Acfngomx5alC/3gURQspF32PpGFTPrEyTJs6Bc16blUknURxWp/eiGtYy8Dr9i3a+mJ/MTFPEe3dKv+5xjCrZTMKuuAC/tgV/03Mwu+uM7hEvRaN6bW7bX6da24deHoWhlCUa1hheskZ2g60L4Nu6+1I=';
    function intArrayFromBase64(s) {
      if (ENVIRONMENT_IS_NODE) {
        var buf = Buffer.from(s, 'base64');
        return new Uint8Array(buf.buffer, buf.byteOffset, buf.length);
      }
      var decoded = atob(s);
      var bytes = new Uint8Array(decoded.length);
      for (var i = 0; i < decoded.length; ++i) bytes[i] = decoded.charCodeAt(i);
      return bytes;
    }
    var dataURIPrefix = 'data:application/octet-stream;base64,';
    function tryParseAsDataURI(filename) {
      if (!filename.startsWith(dataURIPrefix)) return;
      return intArrayFromBase64(filename.slice(dataURIPrefix.length));
    }
    function updateMemoryViews() {
      var b = wasmMemory.buffer;
      Module['HEAPU8'] = HEAPU8 = new Uint8Array(b);
      Module['HEAPU32'] = HEAPU32 = new Uint32Array(b);
    }
    function abort(what) {
      what = 'Aborted(' + what + ')';
      throw new WebAssembly.RuntimeError(what);
    }
    var wasmImports = {
      emscripten_resize_heap: () => abort('OOM'),
      abort: () => abort('native code called abort()'),
    };
    async function createWasm() {
      var info = { env: wasmImports, wasi_snapshot_preview1: wasmImports };
      var binary = tryParseAsDataURI(wasmBinaryFile);
      var { instance } = await WebAssembly.instantiate(binary, info);
      Module['asm'] = instance.exports;
      wasmMemory = Module['asm']['memory'];
      updateMemoryViews();
      return instance.exports;
    }
    var wasmExports = await createWasm();
    Module['_malloc'] = (a0) => wasmExports['malloc'](a0);
    Module['_XXH64'] = (a0, a1, a2) => wasmExports['XXH64'](a0, a1, a2);
    Module['hash'] = (data, seed = 0) => {
      var at = Module['_malloc'](data.length);
      HEAPU8.set(data, at);
      return Module['_XXH64'](at, data.length, seed);
    };
    return Module;
  };
})();
if (typeof exports === 'object' && typeof module === 'object') module.exports = Module;
else if (typeof define === 'function' && define['amd']) define([], () => Module);
