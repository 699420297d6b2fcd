x = zeros(3)
