module ZxRenderKv81
end
